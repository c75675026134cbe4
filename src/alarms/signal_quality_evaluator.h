// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/condition_evaluator.h"

namespace vitalwall::alarms {

/// A numeric that stays questionable: artefact or a poor signal, a technical condition.
class SignalQualityEvaluator final : public ConditionEvaluator {
 public:
  void evaluate(const Observation& observation, std::vector<Finding>& findings) const override;
};

}  // namespace vitalwall::alarms
