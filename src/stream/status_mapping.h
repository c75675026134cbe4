// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/status.h>
#include <grpcpp/support/status.h>

namespace vitalwall::stream {

/// The same code and message without the gRPC type. A code that gRPC does not define is Unknown.
absl::Status toAbslStatus(const grpc::Status& status);

}  // namespace vitalwall::stream
