// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/grpc_bytes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <grpc/slice.h>
#include <grpcpp/support/slice.h>

namespace vitalwall::server {

namespace {

grpc::Slice copyLooseParts(const Frame& frame) {
  grpc_slice memory = grpc_slice_malloc(frame.looseSize());
  std::uint8_t* out = GRPC_SLICE_START_PTR(memory);
  // As the same type: a copy from char to uint8_t goes byte by byte.
  const auto append = [&out](const std::string& bytes) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
    out = std::copy(begin, begin + bytes.size(), out);
  };
  append(frame.head);
  for (const auto& entry : frame.entries) append(*entry);
  return {memory, grpc::Slice::STEAL_REF};
}

grpc::Slice referTo(const SharedBytes& bytes) {
  // gRPC never writes into a slice, but its type does not say so.
  auto* data = const_cast<char*>(bytes->data());
  const auto release = [](void* owner) { delete static_cast<SharedBytes*>(owner); };
  return {data, bytes->size(), release, new SharedBytes(bytes)};
}

}  // namespace

grpc::ByteBuffer toByteBuffer(const Frame& frame) {
  if (!frame.batch) {
    const grpc::Slice slice = copyLooseParts(frame);
    return {&slice, 1};
  }
  const std::array slices = {copyLooseParts(frame), referTo(frame.batch)};
  return {slices.data(), slices.size()};
}

std::string toBytes(const grpc::ByteBuffer& buffer) {
  std::string bytes;
  std::vector<grpc::Slice> slices;
  if (!buffer.Dump(&slices).ok()) return bytes;
  bytes.reserve(buffer.Length());
  for (const auto& slice : slices) bytes.append(slice.begin(), slice.end());
  return bytes;
}

grpc::Status toGrpcStatus(const absl::Status& status) {
  // Both number the canonical codes alike.
  return {static_cast<grpc::StatusCode>(status.code()), std::string(status.message())};
}

}  // namespace vitalwall::server
