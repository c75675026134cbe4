// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include "stream/monitor_stream.h"

namespace vitalwall::stream {

/// A channel together with the calls that run on it. A call's context owns the channel too, and a
/// library thread that drops the last owner of a channel would join itself and abort. So the
/// registry counts contexts, and close() waits for the last before the channel goes. Thread-safe.
class CallRegistry : public std::enable_shared_from_this<CallRegistry> {
 public:
  explicit CallRegistry(std::shared_ptr<grpc::Channel> channel);

  /// A context for one call with `metadata`; null once closed. It must be dropped when the call is
  /// done.
  std::shared_ptr<grpc::ClientContext> openCall(const Metadata& metadata);

  /// Valid while a context of openCall() is held.
  std::shared_ptr<grpc::Channel> channel() const;

  /// Opens no further call, cancels those that run, waits up to `limit` for their end and drops the
  /// channel. Never from a library thread. A channel whose calls do not end in time is kept for the
  /// rest of the process rather than destroyed in the wrong thread.
  void close(std::chrono::milliseconds limit);

 private:
  void destroy(grpc::ClientContext* context);
  void cancelAll();

  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::shared_ptr<grpc::Channel> m_channel;
  std::map<grpc::ClientContext*, std::weak_ptr<grpc::ClientContext>> m_calls;
  bool m_closed = false;
};

}  // namespace vitalwall::stream
