// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

namespace vitalwall::test {

/// A client of one stream that sends and receives bytes, good and bad ones. One call at a time, on
/// one thread; everything fails after a minute, so that no test hangs.
class RawClient {
 public:
  using Metadata = std::map<std::string, std::string>;

  explicit RawClient(const std::string& address, const Metadata& metadata = {});
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False when the stream is over.
  bool write(const std::string& bytes);
  /// The next message; nothing when the stream is over.
  std::optional<std::string> read();
  void halfClose();
  void cancel() { m_context.TryCancel(); }
  /// Reads to the end; the status then.
  grpc::Status finish();

  /// The server's initial metadata; asks for it if it is not there yet.
  Metadata serverMetadata();

 private:
  bool await();

  const std::shared_ptr<grpc::Channel> m_channel;
  grpc::GenericStub m_stub{m_channel};
  grpc::ClientContext m_context;
  grpc::CompletionQueue m_queue;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> m_stream;
  bool m_finished = false;
};

}  // namespace vitalwall::test
