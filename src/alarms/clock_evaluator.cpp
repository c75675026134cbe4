// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/clock_evaluator.h"

#include "alarms/condition_findings.h"
#include "domain/concat.h"

namespace vitalwall::alarms {
namespace {

/// "source sim is 3601 s ahead"
std::string differenceText(const std::string& source, milliseconds ahead) {
  const auto seconds = std::chrono::round<std::chrono::seconds>(std::chrono::abs(ahead)).count();
  return concat("source ", source, " is ", seconds,
                ahead > milliseconds::zero() ? " s ahead" : " s behind");
}

}  // namespace

void ClockEvaluator::evaluate(const Observation& observation,
                              std::vector<Finding>& findings) const {
  if (observation.vitals.sourceTime == WallTime{}) return;
  const auto ahead = observation.vitals.sourceTime - observation.vitalsTakenAt;
  const bool disagrees = std::chrono::abs(ahead) > observation.rules.clockTolerance;
  Finding finding =
      conditionFinding({mdc::kEventClockDisagreement, {}},
                       disagrees ? Presence::Present : Presence::Absent, observation.rules);
  if (disagrees) finding.message += ' ' + differenceText(observation.bed.source, ahead);
  finding.group = "clock of " + observation.bed.source;
  findings.push_back(std::move(finding));
}

}  // namespace vitalwall::alarms
