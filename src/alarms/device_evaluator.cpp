// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/device_evaluator.h"

#include "alarms/condition_findings.h"

namespace vitalwall::alarms {

void DeviceEvaluator::evaluate(const Observation& observation,
                               std::vector<Finding>& findings) const {
  for (const auto& [key, presence] : observation.said)
    findings.push_back(conditionFinding(key, presence, observation.rules));
}

}  // namespace vitalwall::alarms
