// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/alarm_settings.h"

namespace vitalwall::alarms {

/// "low 50, high 120, extreme low 40, extreme high 140"; "no limits".
std::string limitsText(MdcCode parameter, const LimitPair& limits);

/// Which limits differ, as sentences for the audit: "HR: low 50, high 120; before: low 45, high
/// 120." Empty when none does.
std::string limitChangesText(const AlarmSettings& before, const AlarmSettings& after);

/// "adult", "paediatric" or "neonate".
std::string_view profileName(AgeGroup profile);

/// "SpO2 scale 2, on oxygen, responds to voice".
std::string observationsText(const News2Settings& news2);

}  // namespace vitalwall::alarms
