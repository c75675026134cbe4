// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/grpc_listener.h"

#include <absl/synchronization/mutex.h>
#include <grpcpp/health_check_service_interface.h>

#include "domain/concat.h"

namespace vitalwall::server {
namespace {

/// A peer that is gone without a word is noticed within about 3 s, whether data flows or not.
void setKeepalive(grpc::ServerBuilder& builder) {
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, 2000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 1000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
  // gRPC's default would end the connection of a client that pings more often than every 5 minutes;
  // programs of others choose their own interval.
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, 500);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PING_STRIKES, 0);
}

void setLimits(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(GrpcListener::kLargestRequest);
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, GrpcListener::kLargestMetadata);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, 100);
  // Otherwise a second server would share the port, and half of the stations would be on it.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

}  // namespace

absl::StatusOr<std::unique_ptr<GrpcListener>> GrpcListener::open(
    const ListenAddress& address, const std::vector<grpc::Service*>& services) {
  // Debian's Abseil is built with its assertions: every lock of gRPC's would be looked up in a
  // graph.
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  grpc::EnableDefaultHealthCheckService(true);
  grpc::ServerBuilder builder;
  setKeepalive(builder);
  setLimits(builder);
  int port = 0;
  builder.AddListeningPort(address.toString(), grpc::InsecureServerCredentials(), &port);
  for (auto* service : services) builder.RegisterService(service);
  auto server = builder.BuildAndStart();
  if (!server || port == 0)
    return absl::UnavailableError(
        concat("cannot listen on ", address.toString(),
               ": the port is taken (is another vitalwalld running?) or the system forbids it"));
  const std::string bound = ListenAddress{address.host, port}.toString();
  return std::unique_ptr<GrpcListener>(new GrpcListener(std::move(server), bound));
}

void GrpcListener::announceEnd() {
  m_server->GetHealthCheckService()->SetServingStatus(false);
}

GrpcListener::~GrpcListener() {
  m_server->Shutdown(std::chrono::system_clock::now() + kShutdown);
}

}  // namespace vitalwall::server
