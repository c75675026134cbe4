// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <absl/status/statusor.h>
#include <grpcpp/grpcpp.h>

#include "server/listen_address.h"

namespace vitalwall::server {

/// A listening gRPC server with the project's limits and keepalive, and gRPC's health service
/// (grpc.health.v1), which answers SERVING for the server as a whole.
class GrpcListener {
 public:
  /// Messages of a peer; more ends its stream with RESOURCE_EXHAUSTED.
  static constexpr int kLargestRequest = 256 * 1024;
  static constexpr int kLargestMetadata = 8 * 1024;
  static constexpr std::chrono::milliseconds kShutdown{500};

  /// Begins to serve. Unavailable when the address cannot be bound. `services` must outlive it.
  static absl::StatusOr<std::unique_ptr<GrpcListener>> open(
      const ListenAddress& address, const std::vector<grpc::Service*>& services);

  /// Waits until every call has ended; those that have not after kShutdown are broken off.
  ~GrpcListener();

  GrpcListener(const GrpcListener&) = delete;
  GrpcListener& operator=(const GrpcListener&) = delete;

  /// The health service says NOT_SERVING from now on, so that those who watch it send nobody here
  /// any more. Calls are taken as before.
  void announceEnd();

  /// HOST:PORT as bound.
  const std::string& address() const { return m_address; }

 private:
  GrpcListener(std::unique_ptr<grpc::Server> server, std::string address)
      : m_server(std::move(server)), m_address(std::move(address)) {}

  const std::unique_ptr<grpc::Server> m_server;
  const std::string m_address;
};

}  // namespace vitalwall::server
