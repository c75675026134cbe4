// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bed_state.h"

#include <algorithm>

namespace vitalwall::models {
namespace {

using namespace std::chrono_literals;
constexpr int kShortIdLength = 8;

milliseconds elapsed(SteadyTime since, SteadyTime now) {
  return std::max(0ms, std::chrono::floor<milliseconds>(now - since));
}

}  // namespace

QString BedState::label() const {
  if (!patient.bed.empty()) return QString::fromStdString(patient.bed);
  return QString::fromStdString(patient.id.toString()).left(kShortIdLength);
}

std::optional<milliseconds> BedState::vitalsAge(SteadyTime now) const {
  if (!vitals) return std::nullopt;
  return elapsed(vitalsAsOf, now);
}

milliseconds BedState::silentFor(SteadyTime now) const {
  return elapsed(vitals ? vitalsAsOf : watchedSince, now);
}

milliseconds BedState::ageOf(const Numeric& numeric, SteadyTime now) const {
  const auto sinceVitals = vitalsAge(now).value_or(0ms);
  if (!isIntermittent(numeric.code) || !vitals || numeric.measuredAt == WallTime{})
    return sinceVitals;
  return sinceVitals + std::max<milliseconds>(0ms, vitals->sourceTime - numeric.measuredAt);
}

Freshness BedState::freshnessOf(const Numeric& numeric, const FreshnessRule& rule,
                                SteadyTime now) const {
  const auto ofVitals = rule.judge(vitalsAge(now).value_or(0ms));
  if (!isIntermittent(numeric.code)) return ofVitals;
  const auto ofMeasurement = intermittentRule().judge(ageOf(numeric, now));
  return ofVitals >= Freshness::Dimmed ? std::max(Freshness::Dimmed, ofMeasurement) : ofMeasurement;
}

}  // namespace vitalwall::models
