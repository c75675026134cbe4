// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "alarms/finding.h"
#include "domain/alarm_limits.h"
#include "domain/vitals.h"

namespace vitalwall::alarms {

/// All that a condition may depend on at one moment.
struct Observation {
  const Vitals& vitals;
  const AlarmLimits& limits;
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
