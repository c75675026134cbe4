// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <string_view>

#include <absl/status/statusor.h>

#include "domain/alarm_limits.h"
#include "domain/alert.h"

namespace vitalwall::alarms {

/// How a condition that is no limit alarms.
struct ConditionRule {
  AlertPriority priority = AlertPriority::Medium;
  std::chrono::seconds delay{0};  ///< how long it must be present; lethal conditions have none
  bool latching = false;          ///< stays until a person has seen it
  bool canBeOff = true;           ///< false: only a timed pause of all alarms silences it

  bool operator==(const ConditionRule&) const = default;
};

/// How limit crossings of one parameter alarm, the same for all age groups.
struct ParameterRule {
  std::chrono::seconds delay{0};
  bool latchingExtreme = false;  ///< alarms of high priority stay until seen

  bool operator==(const ParameterRule&) const = default;
};

/// What the unit has decided on its alarms; read from its configuration file.
struct UnitRules {
  std::map<AgeGroup, AlarmLimits> limits;
  std::map<MdcCode, ParameterRule> parameters;  ///< without an entry: ParameterRule()
  std::map<MdcCode, ConditionRule> conditions;  ///< by event code; without: ConditionRule()
  std::chrono::seconds escalateMediumAfter{0};  ///< unanswered; 0: never
  std::chrono::seconds longestPause{120};       ///< of audio or alarms
  std::chrono::seconds noDataAfter{10};
  std::chrono::seconds clockTolerance{60};  ///< between a source's clock and the server's

  /// The entries of the maps, or what holds without one.
  const ConditionRule& condition(MdcCode condition) const;
  const ParameterRule& parameter(MdcCode parameter) const;
  const LimitPair& limitsOf(AgeGroup group, MdcCode parameter) const;

  bool operator==(const UnitRules&) const = default;
};

/// The usual factory rules (sources in unit_rules.cpp).
const UnitRules& factoryRules();

/// Reads a unit's configuration (TOML; packaging/alarms.toml shows all of it with the factory
/// values). What it does not name stays as in `base`. InvalidArgument with the line and a sentence
/// for what cannot be right: unknown names, limits beyond physiological sense, a delay for a lethal
/// condition.
absl::StatusOr<UnitRules> parseUnitRules(std::string_view toml, UnitRules base = factoryRules());

/// Whether an alarm like `alert` stays, when its condition has gone, until a person has seen it.
/// Technical ones never do.
bool latches(const UnitRules& rules, const Alert& alert);

/// Whether the condition is silent while the alarms of its parameter are off.
bool canBeOff(const UnitRules& rules, const ConditionKey& key);

}  // namespace vitalwall::alarms
