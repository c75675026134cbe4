// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/unit_rules.h"

namespace vitalwall::test {

/// The factory rules without delays, so that a crossing alarms at once.
inline alarms::UnitRules undelayedRules() {
  alarms::UnitRules rules = alarms::factoryRules();
  rules.parameters.clear();
  return rules;
}

}  // namespace vitalwall::test
