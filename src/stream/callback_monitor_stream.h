// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/client_callback.h>

#include "stream/call_registry.h"
#include "stream/monitor_stream.h"

namespace vitalwall::stream {

/// A MonitorStream on grpc++'s callback interface. Reactions run on the library's threads, reads
/// and writes concurrently; the mutex decides about writes and the hold, and is never held while
/// the observer is called.
class CallbackMonitorStream final
    : public MonitorStream,
      public std::enable_shared_from_this<CallbackMonitorStream>,
      private grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  CallbackMonitorStream(std::shared_ptr<CallRegistry> calls, std::string method, Metadata metadata);

  void start(std::shared_ptr<StreamObserver> observer) override;
  void write(std::string bytes) override;
  void halfClose() override;
  void cancel() override;

 private:
  void OnReadInitialMetadataDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnDone(const grpc::Status& status) override;

  void beginCall();
  void giveUpWriting();

  const std::shared_ptr<CallRegistry> m_calls;
  const std::string m_method;
  const Metadata m_metadata;
  std::shared_ptr<StreamObserver> m_observer;  ///< constant between start() and OnDone
  grpc::ByteBuffer m_incoming;
  grpc::ByteBuffer m_outgoing;  ///< must not change while a write is in flight

  std::mutex m_mutex;
  std::shared_ptr<grpc::ClientContext> m_context;
  std::shared_ptr<CallbackMonitorStream> m_self;  ///< keeps this alive from start() to OnDone
  bool m_mayWrite = false;                        ///< true exactly while the hold is ours
  bool m_cancelWanted = false;
};

}  // namespace vitalwall::stream
