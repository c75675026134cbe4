// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/lead_off_evaluator.h"

#include "alarms/message_text.h"

namespace vitalwall::alarms {
namespace {

Presence presenceOf(Validity validity) {
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
    Finding finding{.key = {mdc::kEventLeadOff, numeric.code},
                    .presence = presenceOf(numeric.validity),
                    .kind = AlertKind::Technical,
                    .priority = endsVitalSurveillance(numeric.code) ? AlertPriority::Medium
                                                                    : AlertPriority::Low,
                    .value = {},
                    .limit = {},
                    .unit = numeric.unit,
                    .message = {}};
    if (finding.presence == Presence::Present)
      finding.message = labelOf(numeric.code) + " lead or sensor off";
    findings.push_back(std::move(finding));
  }
}

}  // namespace vitalwall::alarms
