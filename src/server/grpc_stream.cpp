// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/grpc_stream.h"

#include <utility>

#include "protocol/metadata.h"
#include "server/grpc_bytes.h"

namespace vitalwall::server {

void GrpcStream::serve(std::shared_ptr<StationSession> session, Dialect dialect) {
  m_self = shared_from_this();
  m_session = std::move(session);
  if (dialect == Dialect::Extended)
    m_call->AddInitialMetadata(std::string(protocol::kExtensionKey),
                               std::string(protocol::kExtensionVersion));
  // At once, so that the station knows what it speaks with before it asks anything.
  StartSendInitialMetadata();
  m_session->start();
}

void GrpcStream::read() {
  StartRead(&m_incoming);
}

void GrpcStream::write(Frame frame) {
  m_outgoing.set(toByteBuffer(frame));
  StartWrite(&m_outgoing);
}

void GrpcStream::finish(const absl::Status& status) {
  Finish(toGrpcStatus(status));
}

void GrpcStream::cancel() {
  const std::lock_guard lock(m_callMutex);
  if (m_call) m_call->TryCancel();
}

void GrpcStream::OnReadDone(bool ok) {
  if (!ok) return m_session->onHalfClosed();
  const std::string bytes = toBytes(m_incoming);
  m_session->onMessage(bytes);
}

void GrpcStream::OnWriteDone(bool ok) {
  m_gate.pass();
  m_session->onWritten(ok);
}

void GrpcStream::OnCancel() {
  m_session->onCancelled();
}

void GrpcStream::OnDone() {
  {
    const std::lock_guard lock(m_callMutex);
    m_call = nullptr;
  }
  const auto self = std::move(m_self);
  const auto session = std::move(m_session);
  session->onDone();
}

}  // namespace vitalwall::server
