// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alarm_settings.h"
#include "domain/vitals.h"

namespace vitalwall::alarms {

/// `settings` with limits around the values that are validly measured in `vitals`, by the formulae
/// of a large vendor (auto_limits.cpp). Parameters without a formula for the patient's profile, and
/// those whose limits would have no sense, stay as they are.
AlarmSettings withAutoLimits(AlarmSettings settings, const Vitals& vitals);

}  // namespace vitalwall::alarms
