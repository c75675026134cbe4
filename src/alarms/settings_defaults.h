// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/unit_rules.h"
#include "domain/alarm_settings.h"

namespace vitalwall::alarms {

/// What the unit wants for `patient`: every parameter that has limits in any profile, or that the
/// source can give.
AlarmSettings defaultSettings(const Patient& patient, const UnitRules& rules);

/// Another age group's limits for every parameter; what is off stays off.
void setProfileOf(AlarmSettings& settings, AgeGroup profile, const UnitRules& rules);

/// `stored` of an earlier run under the rules of now: what people had changed stays, what they had
/// left as the unit wanted it follows the unit.
AlarmSettings restoredSettings(const AlarmSettings& stored, const Patient& patient,
                               const UnitRules& rules);

/// The alarms of `parameter`, added in its place when they are not there yet.
ParameterAlarms& alarmsOf(AlarmSettings& settings, MdcCode parameter);

}  // namespace vitalwall::alarms
