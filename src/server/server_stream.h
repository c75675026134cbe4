// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/status.h>

#include "server/frame.h"

namespace vitalwall::server {

/// The server's side of one MonitorPatients call, in opaque bytes. What happens to it is reported
/// to the StationSession that serves it.
///
/// Contract: at most one read and one write are in flight; finish() exactly once, also when the
/// call was cancelled, and neither read() nor write() after it. cancel() is only a request, may
/// come at any time and more than once, also after the end. Completions are never reported from
/// within these calls, so they may be made under a lock. Thread-safe.
class ServerStream {
 public:
  ServerStream() = default;
  ServerStream(const ServerStream&) = delete;
  ServerStream& operator=(const ServerStream&) = delete;
  virtual ~ServerStream() = default;

  /// Asks for one message: StationSession::onMessage or onHalfClosed follows.
  virtual void read() = 0;

  /// StationSession::onWritten follows, as soon as the peer takes the bytes.
  virtual void write(Frame frame) = 0;

  /// Ends the call with `status`; a write in flight goes first. StationSession::onDone follows when
  /// nothing is in flight any more.
  virtual void finish(const absl::Status& status) = 0;

  /// Breaks the call off, so that what is in flight fails.
  virtual void cancel() = 0;
};

}  // namespace vitalwall::server
