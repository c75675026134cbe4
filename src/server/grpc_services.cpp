// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/grpc_services.h"

#include <map>
#include <utility>

#include "server/grpc_bytes.h"

namespace vitalwall::server {
namespace {

std::multimap<std::string, std::string> metadataOf(const grpc::CallbackServerContext& call) {
  std::multimap<std::string, std::string> metadata;
  for (const auto& [key, value] : call.client_metadata())
    metadata.emplace(std::string(key.data(), key.size()), std::string(value.data(), value.size()));
  return metadata;
}

/// Place of the method in the contract's service.
constexpr int kMonitorPatients = 0;

}  // namespace

MonitorService::MonitorService(const SessionContext& context, SessionRegistry& registry)
    : m_context(context), m_registry(registry) {
  // As generated code does it for messages of its own types.
  MarkMethodRawCallback(
      kMonitorPatients,
      new grpc::internal::CallbackBidiHandler<grpc::ByteBuffer, GrpcMessage>(
          [this](grpc::CallbackServerContext* call) { return monitorPatients(*call); }));
}

MonitorReactor* MonitorService::monitorPatients(grpc::CallbackServerContext& call) {
  const Peer peer = identifyPeer(metadataOf(call), call.peer());
  const auto stream = std::make_shared<GrpcStream>(call, m_registry.fanoutGate());
  const auto session = std::make_shared<StationSession>(m_context, stream, peer);
  stream->serve(session, peer.dialect);
  m_registry.add(session);
  return stream.get();
}

DirectoryService::DirectoryService(std::string encoded) : m_encoded(share(std::move(encoded))) {}

grpc::ServerUnaryReactor* DirectoryService::ListPatients(grpc::CallbackServerContext* call,
                                                         const grpc::ByteBuffer*,
                                                         grpc::ByteBuffer* response) {
  *response = toByteBuffer({.head = {}, .entries = {m_encoded}, .batch = nullptr});
  auto* reactor = call->DefaultReactor();
  reactor->Finish(grpc::Status::OK);
  return reactor;
}

}  // namespace vitalwall::server
