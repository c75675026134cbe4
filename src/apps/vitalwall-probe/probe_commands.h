// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <absl/status/statusor.h>

#include "domain/command.h"

/// Alarm commands as they are written on the command line. InvalidArgument with a sentence for the
/// user for what makes no sense. Pure.
namespace vitalwall::probe {

/// "GUID": no sound for two minutes.
absl::StatusOr<CommandBody> pauseAudioFrom(std::string_view text);

/// "GUID,PARAMETER,LOW,HIGH": the parameter by label, payload name or 11073 code; a limit that is
/// empty never alarms.
absl::StatusOr<CommandBody> setLimitsFrom(std::string_view text);

}  // namespace vitalwall::probe
