// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "apps/vitalwall-probe/violation_log.h"
#include "domain/clock.h"

namespace vitalwall::probe {

/// How far the two machines' clocks may differ before a timestamp counts as wrong.
inline constexpr std::chrono::seconds kClockTolerance{60};

/// Measured data must carry the present time. `what` names the message: "vitals of patient ...".
void checkLiveTime(WallTime stamped, WallTime now, const std::string& what, ViolationLog& log);

/// Records (alerts, orders) may be old, but not older than this century and not from the future.
void checkRecordTime(WallTime stamped, WallTime now, const std::string& what, ViolationLog& log);

}  // namespace vitalwall::probe
