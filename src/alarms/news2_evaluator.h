// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/condition_evaluator.h"

namespace vitalwall::alarms {

/// The early warning score of an adult beyond one of its thresholds: 7 and more, 5 or 6, or 3 in a
/// single item. An advisory, one episode for the whole score; its limit is the threshold.
///
/// Below the thresholds it has ended only when nothing that the monitor usually gives is missing:
/// without the saturation that raised it, a lower score is no recovery.
class News2Evaluator final : public ConditionEvaluator {
 public:
  void evaluate(const Observation& observation, std::vector<Finding>& findings) const override;
};

}  // namespace vitalwall::alarms
