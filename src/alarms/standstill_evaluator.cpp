// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/standstill_evaluator.h"

#include "alarms/condition_findings.h"
#include "alarms/message_text.h"

namespace vitalwall::alarms {
namespace {

/// What a rate of 0 is; 0 for a parameter that may be 0.
MdcCode standstillOf(MdcCode parameter) {
  if (parameter == mdc::kHeartRate) return mdc::kEventAsystole;
  if (parameter == mdc::kRespiratoryRate) return mdc::kEventApnoea;
  return {};
}

Presence standstillPresence(const Numeric& numeric) {
  if (isStandstill(numeric)) return Presence::Present;
  if (!numeric.value) return Presence::Unknown;
  return numeric.validity == Validity::Valid ? Presence::Absent : Presence::Receding;
}

}  // namespace

bool isStandstill(const Numeric& numeric) {
  if (standstillOf(numeric.code) == MdcCode{} || !numeric.value) return false;
  // Only what is below 1 can read as 0, and a text costs more than a look.
  return numeric.validity == Validity::Valid && *numeric.value < 1.0 &&
         valueText(numeric.code, *numeric.value) == "0";
}

void StandstillEvaluator::evaluate(const Observation& observation,
                                   std::vector<Finding>& findings) const {
  for (const auto& numeric : observation.vitals.numerics) {
    const MdcCode condition = standstillOf(numeric.code);
    if (condition == MdcCode{}) continue;
    findings.push_back(conditionFinding({condition, numeric.code}, standstillPresence(numeric),
                                        observation.rules));
  }
}

}  // namespace vitalwall::alarms
