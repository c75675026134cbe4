// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/echo_server.h"

#include <grpcpp/server_builder.h>
#include <mutex>

namespace vitalwall::test {

namespace {
std::string textOf(const grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  if (!buffer.DumpToSingleSlice(&slice).ok()) return {};
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

grpc::ByteBuffer bufferOf(const std::string& text) {
  const grpc::Slice slice(text);
  return {&slice, 1};
}

/// One call; reads, at most one write at a time, and exactly one Finish.
class Call final : public grpc::ServerGenericBidiReactor {
 public:
  Call(grpc::GenericCallbackServerContext* context, std::string behaviour)
      : m_context(context), m_behaviour(std::move(behaviour)) {
    m_context->AddInitialMetadata("behaviour", m_behaviour);
    if (m_behaviour != "Silent") StartSendInitialMetadata();
    StartRead(&m_request);
  }

  void OnReadDone(bool ok) override {
    if (!ok) {
      onHalfClose();
    } else if (m_behaviour == "Refuse") {
      finishOnce({grpc::StatusCode::PERMISSION_DENIED, "not for you"});
    } else if (m_behaviour == "Abort") {
      m_context->TryCancel();
    } else if (m_behaviour == "Large") {
      answer(std::string(std::stoul(textOf(m_request)), 'x'));
    } else if (m_behaviour == "Echo") {
      answer(textOf(m_request));
    } else {
      StartRead(&m_request);
    }
  }

  void OnWriteDone(bool ok) override {
    if (!ok) {
      finishOnce(grpc::Status::CANCELLED);
    } else if (m_behaviour != "Afterwards") {
      StartRead(&m_request);
    } else if (--m_afterwards > 0) {
      answer("afterwards");
    } else {
      finishOnce(grpc::Status::OK);
    }
  }

  void OnCancel() override { finishOnce(grpc::Status::CANCELLED); }
  void OnDone() override { delete this; }

 private:
  void onHalfClose() {
    if (m_behaviour == "Afterwards") {
      answer("afterwards");
    } else if (m_behaviour != "Silent") {
      finishOnce(grpc::Status::OK);
    }
  }

  void answer(const std::string& text) {
    m_response = bufferOf(text);
    StartWrite(&m_response);
  }

  void finishOnce(const grpc::Status& status) {
    {
      const std::scoped_lock lock(m_mutex);
      if (std::exchange(m_finished, true)) return;
    }
    Finish(status);
  }

  grpc::GenericCallbackServerContext* const m_context;
  const std::string m_behaviour;
  grpc::ByteBuffer m_request;
  grpc::ByteBuffer m_response;
  int m_afterwards = 3;
  std::mutex m_mutex;
  bool m_finished = false;
};
}  // namespace

grpc::ServerGenericBidiReactor* EchoServer::Service::CreateReactor(
    grpc::GenericCallbackServerContext* context) {
  const auto& path = context->method();
  return new Call(context, path.substr(path.rfind('/') + 1));
}

EchoServer::EchoServer() {
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterCallbackGenericService(&m_service);
  builder.SetMaxSendMessageSize(-1);
  m_server = builder.BuildAndStart();
  m_target = "127.0.0.1:" + std::to_string(port);
}

EchoServer::~EchoServer() {
  shutDown(std::chrono::milliseconds(200));
}

void EchoServer::shutDown(std::chrono::milliseconds grace) {
  if (!m_server) return;
  m_server->Shutdown(std::chrono::system_clock::now() + grace);
  m_server->Wait();
  m_server.reset();
}

}  // namespace vitalwall::test
