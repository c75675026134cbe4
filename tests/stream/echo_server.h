// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/server.h>
#include <memory>
#include <string>

namespace vitalwall::test {

/// A real gRPC server on a free loopback port. What a call does is the last part of its path:
/// Echo       answers every message with itself, finishes OK after the client's half-close
/// Afterwards says nothing until the half-close, then three messages, then OK
/// Refuse     PERMISSION_DENIED "not for you" after the first message
/// Abort      cancels the call itself after the first message
/// Silent     never answers; greets only if the client cancels or goes
/// Large N    one message of N bytes after the first message ("Large" reads N from it)
class EchoServer {
 public:
  EchoServer();
  ~EchoServer();

  /// "127.0.0.1:PORT"
  const std::string& target() const { return m_target; }

  /// Ends all calls within `grace`, then stops listening.
  void shutDown(std::chrono::milliseconds grace);

 private:
  class Service : public grpc::CallbackGenericService {
    grpc::ServerGenericBidiReactor* CreateReactor(
        grpc::GenericCallbackServerContext* context) override;
  };

  Service m_service;
  std::unique_ptr<grpc::Server> m_server;
  std::string m_target;
};

}  // namespace vitalwall::test
