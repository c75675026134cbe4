// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/status_mapping.h"

namespace vitalwall::stream {

absl::Status toAbslStatus(const grpc::Status& status) {
  const int code = status.error_code();
  if (code < grpc::StatusCode::OK || code > grpc::StatusCode::UNAUTHENTICATED)
    return absl::UnknownError(status.error_message());
  // Both enumerations are numbered by the gRPC specification.
  return {static_cast<absl::StatusCode>(code), status.error_message()};
}

}  // namespace vitalwall::stream
