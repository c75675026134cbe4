// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/grpc_transport.h"

#include <utility>

#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/security/credentials.h>

#include "stream/callback_monitor_stream.h"
#include "stream/channel_arguments.h"
#include "stream/status_mapping.h"

namespace vitalwall::stream {

namespace {
/// What a unary call needs until its end.
struct UnaryCall {
  std::shared_ptr<grpc::ClientContext> context;
  grpc::ByteBuffer request;
  grpc::ByteBuffer response;
  std::function<void(absl::StatusOr<std::string>)> done;
};

absl::StatusOr<std::string> outcomeOf(const UnaryCall& call, const grpc::Status& status) {
  if (!status.ok()) return toAbslStatus(status);
  grpc::Slice slice;
  if (!call.response.DumpToSingleSlice(&slice).ok())
    return absl::InternalError("The server's answer could not be read.");
  return std::string(reinterpret_cast<const char*>(slice.begin()), slice.size());
}
}  // namespace

GrpcTransport::GrpcTransport(std::shared_ptr<grpc::Channel> channel)
    : m_calls(std::make_shared<CallRegistry>(std::move(channel))) {}

GrpcTransport::~GrpcTransport() {
  m_calls->close(std::chrono::seconds(1));
}

std::shared_ptr<MonitorStream> GrpcTransport::openStream(const std::string& method,
                                                         const Metadata& metadata) {
  return std::make_shared<CallbackMonitorStream>(m_calls, method, metadata);
}

void GrpcTransport::callUnary(const std::string& method, std::string request,
                              std::chrono::milliseconds deadline,
                              std::function<void(absl::StatusOr<std::string>)> done) {
  const grpc::Slice slice(request);
  auto call = std::make_shared<UnaryCall>();
  call->context = m_calls->openCall({});
  call->context->set_deadline(std::chrono::system_clock::now() + deadline);
  call->request = grpc::ByteBuffer(&slice, 1);
  call->done = std::move(done);
  grpc::GenericStub(m_calls->channel())
      .UnaryCall(call->context.get(), method, {}, &call->request, &call->response,
                 [call](const grpc::Status& status) { call->done(outcomeOf(*call, status)); });
}

std::shared_ptr<Transport> makeGrpcTransport(const std::string& target) {
  return std::make_shared<GrpcTransport>(grpc::CreateCustomChannel(
      target, grpc::InsecureChannelCredentials(), stationChannelArguments()));
}

}  // namespace vitalwall::stream
