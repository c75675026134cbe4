// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "domain/alarm_limits.h"

namespace vitalwall::alarms {

/// Why `limits` cannot be limits of `parameter`, as a sentence for the person who set them; nothing
/// when they can. A limit beyond physiological sense is an alarm that is off without saying so.
std::optional<std::string> implausibility(MdcCode parameter, const LimitPair& limits);

}  // namespace vitalwall::alarms
