// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/condition_evaluator.h"

namespace vitalwall::alarms {

/// A sensor or lead that is not attached: a technical condition. Of the unit's priority (medium by
/// default) where it ends the
/// surveillance of heart or oxygenation (ECG, SpO2), low for the others. It has ended when a value
/// is measured again; "not measured" leaves it open, since nobody attached anything.
class LeadOffEvaluator final : public ConditionEvaluator {
 public:
  void evaluate(const Observation& observation, std::vector<Finding>& findings) const override;
};

}  // namespace vitalwall::alarms
