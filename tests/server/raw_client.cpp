// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/raw_client.h"

#include "protocol/metadata.h"

namespace vitalwall::test {
namespace {

std::shared_ptr<grpc::Channel> channelTo(const std::string& address) {
  // Its own connection: equal channels would share one.
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

}  // namespace

RawClient::RawClient(const std::string& address, const Metadata& metadata)
    : m_channel(channelTo(address)) {
  for (const auto& [key, value] : metadata) m_context.AddMetadata(key, value);
  m_context.set_deadline(std::chrono::system_clock::now() + std::chrono::minutes(1));
  m_context.set_wait_for_ready(true);
  m_stream = m_stub.PrepareCall(&m_context, std::string(protocol::kMonitorPatientsPath), &m_queue);
  m_stream->StartCall(this);
  await();
}

RawClient::~RawClient() {
  if (!m_finished) {
    cancel();
    finish();
  }
  m_queue.Shutdown();
}

bool RawClient::write(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  m_stream->Write(grpc::ByteBuffer(&slice, 1), this);
  return await();
}

std::optional<std::string> RawClient::read() {
  grpc::ByteBuffer buffer;
  m_stream->Read(&buffer, this);
  if (!await()) return std::nullopt;
  std::vector<grpc::Slice> slices;
  if (!buffer.Dump(&slices).ok()) return std::nullopt;
  std::string bytes;
  for (const auto& slice : slices) bytes.append(slice.begin(), slice.end());
  return bytes;
}

void RawClient::halfClose() {
  m_stream->WritesDone(this);
  await();
}

grpc::Status RawClient::finish() {
  while (read()) {
  }
  grpc::Status status;
  m_stream->Finish(&status, this);
  await();
  m_finished = true;
  return status;
}

RawClient::Metadata RawClient::serverMetadata() {
  m_stream->ReadInitialMetadata(this);
  await();
  Metadata metadata;
  for (const auto& [key, value] : m_context.GetServerInitialMetadata())
    metadata.emplace(std::string(key.data(), key.size()), std::string(value.data(), value.size()));
  return metadata;
}

bool RawClient::await() {
  void* tag = nullptr;
  bool ok = false;
  return m_queue.Next(&tag, &ok) && ok;
}

}  // namespace vitalwall::test
