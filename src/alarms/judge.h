// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "alarms/condition_evaluator.h"

namespace vitalwall::alarms {

/// All evaluators together: what stands in the numbers and was said by devices.
class Judge {
 public:
  Judge();

  /// At most one finding per condition and parameter, in their order.
  std::vector<Finding> judge(const Observation& observation) const;

 private:
  std::vector<std::unique_ptr<ConditionEvaluator>> m_evaluators;
};

/// One finding for each condition and parameter, in their order: of several the one whose presence
/// comes first in Presence.
std::vector<Finding> mergeFindings(std::vector<Finding> findings);

}  // namespace vitalwall::alarms
