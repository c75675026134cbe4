// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/news2_evaluator.h"

#include <algorithm>
#include <array>

#include "alarms/condition_findings.h"
#include "domain/concat.h"

namespace vitalwall::alarms {
namespace {

/// A cuff measures every quarter of an hour to every hour; an older pressure is not of now.
constexpr milliseconds kCuffAge = std::chrono::hours(1);

/// A band of the score that asks for a response (RCP 2017, chart 2).
struct Response {
  News2Risk risk;
  double threshold;
  std::string_view text;
};

constexpr std::array kResponses = {
    Response{News2Risk::High, 7, "emergency response"},
    Response{News2Risk::Medium, 5, "urgent response"},
    Response{News2Risk::LowMedium, 3, "one item scores 3, urgent ward review"}};

const Response* responseTo(News2Risk risk) {
  const auto found =
      std::find_if(kResponses.begin(), kResponses.end(),
                   [risk](const Response& response) { return response.risk == risk; });
  return found == kResponses.end() ? nullptr : &*found;
}

std::string_view nameOf(News2Item item) {
  switch (item) {
    case News2Item::Respiration:
      return "respiration";
    case News2Item::OxygenSaturation:
      return "SpO2";
    case News2Item::SupplementalOxygen:
      return "oxygen";
    case News2Item::SystolicPressure:
      return "systolic pressure";
    case News2Item::Pulse:
      return "pulse";
    case News2Item::Consciousness:
      return "consciousness";
    case News2Item::Temperature:
      return "temperature";
  }
  return "";
}

std::string missingText(const std::vector<News2Item>& missing) {
  std::string text;
  for (const auto item : missing) text += concat(text.empty() ? " (missing: " : ", ", nameOf(item));
  return text.empty() ? text : text + ')';
}

/// Any of these numerics measures the item.
std::vector<MdcCode> parametersOf(News2Item item) {
  switch (item) {
    case News2Item::Respiration:
      return {mdc::kRespiratoryRate};
    case News2Item::OxygenSaturation:
      return {mdc::kSpO2};
    case News2Item::SystolicPressure:
      return {mdc::kArterialSystolic, mdc::kNibpSystolic};
    case News2Item::Pulse:
      return {mdc::kHeartRate, mdc::kPulseRate};
    case News2Item::Temperature:
      return {mdc::kTemperature};
    case News2Item::SupplementalOxygen:
    case News2Item::Consciousness:
      break;
  }
  return {};
}

/// The monitor has the parameter of a missing item, but gives no value for it now.
bool lacksMeasurements(const News2Score& score, const Vitals& vitals) {
  return std::any_of(score.missing.begin(), score.missing.end(), [&vitals](News2Item item) {
    const auto parameters = parametersOf(item);
    return std::any_of(parameters.begin(), parameters.end(),
                       [&vitals](MdcCode parameter) { return vitals.find(parameter); });
  });
}

Presence scorePresence(const News2Score& score, const Vitals& vitals) {
  if (responseTo(score.risk())) return Presence::Present;
  if (vitals.numerics.empty() || lacksMeasurements(score, vitals)) return Presence::Unknown;
  return Presence::Absent;
}

Finding adviceOn(const News2Score& score, const Vitals& vitals, const UnitRules& rules) {
  Finding finding = conditionFinding({mdc::kEventNews2, {}}, scorePresence(score, vitals), rules);
  const Response* response = responseTo(score.risk());
  if (!response) return finding;
  finding.value = score.total;
  finding.limit = response->threshold;
  finding.message = concat("NEWS2 ", score.total, ": ", response->text, missingText(score.missing));
  return finding;
}

}  // namespace

void News2Evaluator::evaluate(const Observation& observation,
                              std::vector<Finding>& findings) const {
  if (observation.settings.profile != AgeGroup::Adult) {
    findings.push_back(
        conditionFinding({mdc::kEventNews2, {}}, Presence::Absent, observation.rules));
    return;
  }
  const News2Score score =
      news2Score(observation.vitals, observation.settings.news2, observation.now, kCuffAge);
  findings.push_back(adviceOn(score, observation.vitals, observation.rules));
}

}  // namespace vitalwall::alarms
