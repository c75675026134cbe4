// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/timestamp_rules.h"

namespace vitalwall::probe {
namespace {

/// A stamp before this is a forgotten field or the wrong unit: seconds read as milliseconds give
/// January 1970.
constexpr WallTime kEarliest{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};

void report(WallTime stamped, WallTime now, const std::string& what, ViolationLog& log) {
  log.add("Timestamp " + std::to_string(toUnixMillis(stamped)) + " of " + what + " is " +
          std::to_string((stamped - now).count()) + " ms away from this machine's clock.");
}

}  // namespace

void checkLiveTime(WallTime stamped, WallTime now, const std::string& what, ViolationLog& log) {
  if (stamped < now - kClockTolerance || stamped > now + kClockTolerance)
    report(stamped, now, what, log);
}

void checkRecordTime(WallTime stamped, WallTime now, const std::string& what, ViolationLog& log) {
  if (stamped < kEarliest || stamped > now + kClockTolerance) report(stamped, now, what, log);
}

}  // namespace vitalwall::probe
