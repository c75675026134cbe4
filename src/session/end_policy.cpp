// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/end_policy.h"

namespace vitalwall::session {

EndVerdict judgeEnd(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kUnauthenticated:
      return EndVerdict::SignInNeeded;
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kUnimplemented:
    case absl::StatusCode::kFailedPrecondition:
      return EndVerdict::Refused;
    default:
      return EndVerdict::Resume;
  }
}

}  // namespace vitalwall::session
