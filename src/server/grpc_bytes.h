// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <absl/status/status.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/status.h>

#include "server/frame.h"

namespace vitalwall::server {

/// Head and entries of `frame` copied into one slice, which gRPC writes more cheaply than many; the
/// batch as it is, kept alive until it is written.
grpc::ByteBuffer toByteBuffer(const Frame& frame);

/// The bytes of a received message.
std::string toBytes(const grpc::ByteBuffer& buffer);

grpc::Status toGrpcStatus(const absl::Status& status);

}  // namespace vitalwall::server
