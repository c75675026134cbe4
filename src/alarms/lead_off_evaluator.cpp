// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/lead_off_evaluator.h"

#include "alarms/condition_findings.h"

namespace vitalwall::alarms {
namespace {

Presence leadOffPresence(Validity validity) {
  switch (validity) {
    case Validity::LeadOff:
      return Presence::Present;
    case Validity::NotMeasured:
      return Presence::Unknown;
    case Validity::Valid:
    case Validity::Questionable:
      break;
  }
  return Presence::Absent;
}

bool endsVitalSurveillance(MdcCode parameter) {
  return parameter == mdc::kHeartRate || parameter == mdc::kSpO2;
}

}  // namespace

void LeadOffEvaluator::evaluate(const Observation& observation,
                                std::vector<Finding>& findings) const {
  for (const auto& numeric : observation.vitals.numerics) {
    Finding finding = conditionFinding({mdc::kEventLeadOff, numeric.code},
                                       leadOffPresence(numeric.validity), observation.rules);
    if (!endsVitalSurveillance(numeric.code)) finding.priority = AlertPriority::Low;
    finding.unit = numeric.unit;
    findings.push_back(std::move(finding));
  }
}

}  // namespace vitalwall::alarms
