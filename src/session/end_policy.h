// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/status.h>

namespace vitalwall::session {

/// What follows from the end of a stream that this station did not close.
enum class EndVerdict {
  Resume,        ///< come back after a back-off
  SignInNeeded,  ///< the server does not know who asks; trying again cannot help
  Refused        ///< the server will refuse again: stop and say so
};

/// Judges by the status alone. OK counts as Resume: monitoring has no natural end, so a server that
/// finishes unasked is one that goes down for a moment.
EndVerdict judgeEnd(const absl::Status& status);

}  // namespace vitalwall::session
