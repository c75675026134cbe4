// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_alarm_latency_ward.h"

#include <algorithm>
#include <utility>

#include "alarms/unit_rules.h"

namespace vitalwall::bench {
namespace {

constexpr double kBeyond = 6;  ///< beats per minute; less than from a limit to the extreme one

}  // namespace

CrossingWard::CrossingWard()
    : m_simulator({.patients = 64, .seed = 1, .events = false, .scenarios = {}}) {}

void CrossingWard::advance(SteadyTime now, WallTime wallNow, SourceSink& sink) {
  m_sink = &sink;
  m_simulator.advance(now, wallNow, *this);
  const std::lock_guard lock(m_mutex);
  for (const auto& patient : std::exchange(m_changed, {})) {
    auto& vitals = m_newest.at(patient);
    vitals.sourceTime = wallNow;
    give(vitals);
  }
}

void CrossingWard::cross(PatientId patient, AlertPriority priority) {
  const std::lock_guard lock(m_mutex);
  m_rates[patient] = rateBeyond(patient, priority);
  m_changed.insert(patient);
}

void CrossingWard::recover(PatientId patient) {
  const std::lock_guard lock(m_mutex);
  m_rates.erase(patient);
  m_changed.insert(patient);
}

void CrossingWard::onVitals(const Vitals& vitals) {
  m_newest[vitals.patient] = vitals;
  const std::lock_guard lock(m_mutex);
  give(vitals);
}

double CrossingWard::rateBeyond(PatientId patient, AlertPriority priority) const {
  const auto found = std::find_if(patients().begin(), patients().end(),
                                  [&](const Patient& known) { return known.id == patient; });
  const auto& limits = alarms::factoryRules().limitsOf(found->ageGroup, mdc::kHeartRate);
  return (priority == AlertPriority::High ? *limits.extremeHigh : *limits.high) + kBeyond;
}

void CrossingWard::give(Vitals vitals) {
  const auto rate = m_rates.find(vitals.patient);
  if (rate != m_rates.end())
    for (auto& numeric : vitals.numerics)
      if (numeric.code == mdc::kHeartRate) numeric.value = rate->second;
  m_sink->onVitals(vitals);
}

}  // namespace vitalwall::bench
