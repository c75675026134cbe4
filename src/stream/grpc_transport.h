// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stream/call_registry.h"
#include "stream/transport.h"

namespace vitalwall::stream {

/// Calls on one gRPC channel. Destruction cancels what still runs and waits for it (at most a
/// second), so it must not happen in a library thread. Thread-safe.
class GrpcTransport final : public Transport {
 public:
  explicit GrpcTransport(std::shared_ptr<grpc::Channel> channel);
  ~GrpcTransport() override;

  std::shared_ptr<MonitorStream> openStream(const std::string& method,
                                            const Metadata& metadata) override;
  void callUnary(const std::string& method, std::string request, std::chrono::milliseconds deadline,
                 std::function<void(absl::StatusOr<std::string>)> done) override;

 private:
  const std::shared_ptr<CallRegistry> m_calls;
};

}  // namespace vitalwall::stream
