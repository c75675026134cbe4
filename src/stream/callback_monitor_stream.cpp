// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/callback_monitor_stream.h"

#include <utility>

#include <grpcpp/generic/generic_stub.h>

#include "stream/status_mapping.h"

namespace vitalwall::stream {

namespace {
Metadata toMetadata(const std::multimap<grpc::string_ref, grpc::string_ref>& entries) {
  Metadata metadata;
  for (const auto& [key, value] : entries)
    metadata.emplace(std::string(key.data(), key.size()), std::string(value.data(), value.size()));
  return metadata;
}

/// Calls `use` with the message in one piece; it is copied only when it came in several slices.
template <typename Use>
void withBytes(const grpc::ByteBuffer& buffer, Use use) {
  grpc::Slice slice;
  if (!buffer.TrySingleSlice(&slice).ok() && !buffer.DumpToSingleSlice(&slice).ok()) return;
  use(std::string_view(reinterpret_cast<const char*>(slice.begin()), slice.size()));
}
}  // namespace

CallbackMonitorStream::CallbackMonitorStream(std::shared_ptr<CallRegistry> calls,
                                             std::string method, Metadata metadata)
    : m_calls(std::move(calls)), m_method(std::move(method)), m_metadata(std::move(metadata)) {}

void CallbackMonitorStream::start(std::shared_ptr<StreamObserver> observer) {
  auto context = m_calls->openCall(m_metadata);
  if (!context) {
    observer->onDone(absl::CancelledError("The connection was closed before the call began."));
    return;
  }
  std::unique_lock lock(m_mutex);
  m_observer = std::move(observer);
  m_context = context;
  m_self = shared_from_this();
  m_mayWrite = true;
  beginCall();
  const bool cancelNow = m_cancelWanted;
  lock.unlock();
  if (cancelNow) context->TryCancel();
}

void CallbackMonitorStream::beginCall() {
  grpc::GenericStub stub(m_calls->channel());
  stub.PrepareBidiStreamingCall(m_context.get(), m_method, {}, this);
  // Writes come from outside the reactions: without a hold the library could end the call between
  // our decision to write and StartWrite.
  AddHold();
  StartCall();
}

void CallbackMonitorStream::write(std::string bytes) {
  const std::scoped_lock lock(m_mutex);
  if (!m_mayWrite) return;
  const grpc::Slice slice(bytes);
  m_outgoing = grpc::ByteBuffer(&slice, 1);
  StartWrite(&m_outgoing);
}

void CallbackMonitorStream::halfClose() {
  {
    const std::scoped_lock lock(m_mutex);
    if (!std::exchange(m_mayWrite, false)) return;
    StartWritesDone();
  }
  RemoveHold();
}

void CallbackMonitorStream::cancel() {
  std::shared_ptr<grpc::ClientContext> context;
  {
    const std::scoped_lock lock(m_mutex);
    m_cancelWanted = true;
    context = m_context;
  }
  if (context) context->TryCancel();
}

void CallbackMonitorStream::OnReadInitialMetadataDone(bool ok) {
  if (ok) m_observer->onMetadata(toMetadata(m_context->GetServerInitialMetadata()));
  // Not before: reactions of a read and of the metadata may run at the same time.
  StartRead(&m_incoming);
}

void CallbackMonitorStream::OnReadDone(bool ok) {
  if (!ok) {
    giveUpWriting();
    return;
  }
  withBytes(m_incoming, [this](std::string_view bytes) { m_observer->onMessage(bytes); });
  m_incoming.Clear();
  StartRead(&m_incoming);
}

void CallbackMonitorStream::OnWriteDone(bool ok) {
  if (!ok) giveUpWriting();
  m_observer->onWritten(ok);
}

void CallbackMonitorStream::giveUpWriting() {
  {
    const std::scoped_lock lock(m_mutex);
    if (!std::exchange(m_mayWrite, false)) return;
  }
  // The last act: without the hold the library may end the call on another thread at once.
  RemoveHold();
}

void CallbackMonitorStream::OnDone(const grpc::Status& status) {
  std::shared_ptr<grpc::ClientContext> context;
  std::shared_ptr<CallbackMonitorStream> self;
  {
    const std::scoped_lock lock(m_mutex);
    context = std::move(m_context);
    self = std::move(m_self);
  }
  const auto observer = std::move(m_observer);
  observer->onDone(toAbslStatus(status));
}

}  // namespace vitalwall::stream
