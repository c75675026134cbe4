// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <grpcpp/impl/serialization_traits.h>
#include <grpcpp/support/byte_buffer.h>

namespace vitalwall::server {

/// A message that gRPC takes over instead of copying it. A copy would keep the memory until the
/// stream's next write; so it is free as soon as the system has the bytes, and the next stream of a
/// tick uses it while it is still in the cache.
class GrpcMessage {
 public:
  void set(grpc::ByteBuffer bytes) { m_bytes.Swap(&bytes); }

  /// Swaps the bytes into `taker`. Const since gRPC serializes constant messages, each once.
  void takeInto(grpc::ByteBuffer& taker) const { taker.Swap(&m_bytes); }

 private:
  mutable grpc::ByteBuffer m_bytes;
};

}  // namespace vitalwall::server

template <>
class grpc::SerializationTraits<vitalwall::server::GrpcMessage> {
 public:
  static Status Serialize(const vitalwall::server::GrpcMessage& message, ByteBuffer* buffer,
                          bool* ownsBuffer) {
    message.takeInto(*buffer);
    *ownsBuffer = true;
    return Status::OK;
  }
};
