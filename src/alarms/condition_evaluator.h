// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "alarms/finding.h"
#include "alarms/monitored_bed.h"
#include "alarms/unit_rules.h"
#include "domain/alarm_settings.h"
#include "domain/vitals.h"

namespace vitalwall::alarms {

/// What devices and detectors have said last of the conditions that they judge.
using DeviceWords = std::map<ConditionKey, Presence>;

/// All that a condition may depend on at one moment.
struct Observation {
  const MonitoredBed& bed;
  const Vitals& vitals;      ///< without numerics while nothing comes
  WallTime vitalsTakenAt{};  ///< when `vitals` came, by the server's clock
  const DeviceWords& said;
  const AlarmSettings& settings;
  const UnitRules& rules;
  WallTime now{};
};

/// Judges one kind of alarm condition. Without state: hysteresis is expressed as
/// Presence::Receding, and the episode remembers the rest.
class ConditionEvaluator {
 public:
  ConditionEvaluator() = default;
  ConditionEvaluator(const ConditionEvaluator&) = delete;
  ConditionEvaluator& operator=(const ConditionEvaluator&) = delete;
  virtual ~ConditionEvaluator() = default;

  /// Appends at most one finding per condition and parameter that `observation` says something of.
  virtual void evaluate(const Observation& observation, std::vector<Finding>& findings) const = 0;
};

}  // namespace vitalwall::alarms
