// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "domain/alert.h"

namespace vitalwall::alarms {

/// Who judges a condition.
enum class ConditionJudge : std::uint8_t {
  Device,  ///< a device or detector may say it, beside what the numbers say
  Engine   ///< the engine alone: from numbers, silence or its own state
};

/// What is known of a condition that is no limit crossing.
struct ConditionInfo {
  MdcCode code;
  std::string_view name;     ///< in the unit's configuration file: "asystole"
  std::string_view message;  ///< for the alarm line: "ASYSTOLE"
  AlertKind kind = AlertKind::Physiological;
  bool lethal = false;  ///< high priority, no delay, cannot be turned off
  ConditionJudge judge = ConditionJudge::Engine;
  MdcCode parameter;  ///< the one parameter it is of, whatever signal shows it; 0: as it is said
};

/// Every condition that has a rule.
std::span<const ConditionInfo> knownConditions();

/// What is known of the event code `condition`, or nullptr.
const ConditionInfo* findCondition(MdcCode condition);

/// Crossing of a limit, high or low.
constexpr bool isLimitCondition(MdcCode condition) {
  return condition == mdc::kEventHigh || condition == mdc::kEventLow;
}

bool isLethal(MdcCode condition);

/// Technical or physiological; what is not known is of the body.
AlertKind kindOf(MdcCode condition);

}  // namespace vitalwall::alarms
