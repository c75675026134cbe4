// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/condition_evaluator.h"

namespace vitalwall::alarms {

/// The clock of a source that differs from the server's by more than the unit tolerates: a
/// technical condition of the source, the same for all its beds. Vitals without a time say nothing.
class ClockEvaluator final : public ConditionEvaluator {
 public:
  void evaluate(const Observation& observation, std::vector<Finding>& findings) const override;
};

}  // namespace vitalwall::alarms
