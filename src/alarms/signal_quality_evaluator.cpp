// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/signal_quality_evaluator.h"

#include "alarms/condition_findings.h"

namespace vitalwall::alarms {
namespace {

Presence qualityPresence(Validity validity) {
  switch (validity) {
    case Validity::Questionable:
      return Presence::Present;
    case Validity::NotMeasured:
      return Presence::Unknown;
    case Validity::Valid:
    case Validity::LeadOff:  // an alarm of its own
      break;
  }
  return Presence::Absent;
}

}  // namespace

void SignalQualityEvaluator::evaluate(const Observation& observation,
                                      std::vector<Finding>& findings) const {
  for (const auto& numeric : observation.vitals.numerics)
    findings.push_back(conditionFinding({mdc::kEventSignalQuality, numeric.code},
                                        qualityPresence(numeric.validity), observation.rules));
}

}  // namespace vitalwall::alarms
