// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/condition_evaluator.h"

namespace vitalwall::alarms {

/// A heart rate or respiratory rate of 0, measured: asystole and apnoea. What the numbers show; a
/// detector may say the same through DeviceEvaluator, and both are one episode.
class StandstillEvaluator final : public ConditionEvaluator {
 public:
  void evaluate(const Observation& observation, std::vector<Finding>& findings) const override;
};

/// Whether `numeric` is a measured rate of 0 that is a condition of its own. A questionable 0 is
/// not: it is judged by the limits, as every doubtful value.
bool isStandstill(const Numeric& numeric);

}  // namespace vitalwall::alarms
