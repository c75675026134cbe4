// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <absl/status/status.h>

namespace vitalwall::stream {

/// ASCII metadata of a call.
using Metadata = std::multimap<std::string, std::string>;

/// What happens to a stream. Calls come from the library's threads, reads and writes concurrently;
/// implementations decode, hand over and return, and never block.
class StreamObserver {
 public:
  StreamObserver() = default;
  StreamObserver(const StreamObserver&) = delete;
  StreamObserver& operator=(const StreamObserver&) = delete;
  virtual ~StreamObserver() = default;

  /// The server's initial metadata; at most once, before the first message. A server may send it
  /// only with its first message.
  virtual void onMetadata(const Metadata& metadata) = 0;

  /// One whole message. The bytes are valid during the call only.
  virtual void onMessage(std::string_view bytes) = 0;

  /// The write in flight is done; `ok` means it is going to the wire. After false no write
  /// succeeds any more, and onDone follows.
  virtual void onWritten(bool ok) = 0;

  /// The end: exactly once, and nothing after it. OK only if the server finished so.
  virtual void onDone(const absl::Status& status) = 0;
};

/// The client's side of one MonitorPatients call, in opaque bytes.
///
/// Contract: start() once, first. At most one write is in flight: the next only after onWritten. A
/// write that comes when the end has begun is dropped without onWritten: onDone tells.
/// halfClose() at most once, with no write in flight; messages go on arriving until onDone.
/// cancel() at any time after start, any number of times; it is only a request. Reading is the
/// stream's own business and goes on until the server ends. The stream keeps itself alive until
/// onDone; dropping the last handle does not end the call. Methods are thread-safe.
class MonitorStream {
 public:
  MonitorStream() = default;
  MonitorStream(const MonitorStream&) = delete;
  MonitorStream& operator=(const MonitorStream&) = delete;
  virtual ~MonitorStream() = default;

  virtual void start(std::shared_ptr<StreamObserver> observer) = 0;
  virtual void write(std::string bytes) = 0;
  virtual void halfClose() = 0;
  virtual void cancel() = 0;
};

}  // namespace vitalwall::stream
