// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include <grpcpp/grpcpp.h>

#include "server/fanout_gate.h"
#include "server/grpc_message.h"
#include "server/station_session.h"

namespace vitalwall::server {

/// What gRPC calls for one MonitorPatients call.
using MonitorReactor = grpc::ServerBidiReactor<grpc::ByteBuffer, GrpcMessage>;

/// A ServerStream on gRPC's callback API. Keeps itself alive until OnDone, the library's last
/// touch.
class GrpcStream final : public MonitorReactor,
                         public ServerStream,
                         public std::enable_shared_from_this<GrpcStream> {
 public:
  /// `context` belongs to the library and lives until OnDone. `gate` must outlive that.
  GrpcStream(grpc::CallbackServerContext& context, FanoutGate& gate)
      : m_call(&context), m_gate(gate) {}

  /// Sends the initial metadata, extended or not, and lets `session` begin. Call once, on the
  /// thread that received the call.
  void serve(std::shared_ptr<StationSession> session, Dialect dialect);

  void read() override;
  void write(Frame frame) override;
  void finish(const absl::Status& status) override;
  void cancel() override;

 private:
  // Reactions, on the library's threads.
  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override;
  void OnDone() override;

  std::mutex m_callMutex;
  grpc::CallbackServerContext* m_call;  ///< null after OnDone
  FanoutGate& m_gate;
  std::shared_ptr<StationSession> m_session;
  std::shared_ptr<GrpcStream> m_self;
  grpc::ByteBuffer m_incoming;
  GrpcMessage m_outgoing;  ///< of the write in flight
};

}  // namespace vitalwall::server
