// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include <absl/status/statusor.h>

#include "stream/monitor_stream.h"

namespace vitalwall::stream {

/// Where a station's calls come from: a gRPC channel in the product, a fake in tests.
class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// A stream that is not started yet. `method` is a path such as "/Service/Method".
  /// Never null: a stream that cannot exist is one that ends at once.
  virtual std::shared_ptr<MonitorStream> openStream(const std::string& method,
                                                    const Metadata& metadata) = 0;

  /// One unary call. `done` is called exactly once, from a library thread, with the response
  /// bytes or the status.
  virtual void callUnary(const std::string& method, std::string request,
                         std::chrono::milliseconds deadline,
                         std::function<void(absl::StatusOr<std::string>)> done) = 0;
};

/// A transport on a plain-text gRPC channel to HOST:PORT with the project's keepalive, window and
/// back-off arguments. The channel outlives every stream it opened: dropping the transport cancels
/// what still runs and waits for it, at most a second, and must not happen in a library thread.
std::shared_ptr<Transport> makeGrpcTransport(const std::string& target);

}  // namespace vitalwall::stream
