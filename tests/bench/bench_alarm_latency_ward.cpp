// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_alarm_latency_ward.h"

#include <algorithm>
#include <utility>

#include "alarms/unit_rules.h"

namespace vitalwall::bench {
namespace {

constexpr double kBeyond = 6;  ///< beats per minute; less than from a limit to the extreme one

/// The patient's rate that alarms: the heart's, or the pulse's where there is no ECG.
MdcCode rateOf(const Patient& patient) {
  const auto& codes = patient.numerics;
  const bool hasEcg = std::find(codes.begin(), codes.end(), mdc::kHeartRate) != codes.end();
  return hasEcg ? mdc::kHeartRate : mdc::kPulseRate;
}

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
  m_rates.insert_or_assign(patient, rateBeyond(patient, priority));
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

CrossingWard::Rate CrossingWard::rateBeyond(PatientId id, AlertPriority priority) const {
  const auto patient = std::find_if(patients().begin(), patients().end(),
                                    [id](const Patient& known) { return known.id == id; });
  const auto code = rateOf(*patient);
  const auto& limits = alarms::factoryRules().limitsOf(patient->ageGroup, code);
  return {code, (priority == AlertPriority::High ? *limits.extremeHigh : *limits.high) + kBeyond};
}

void CrossingWard::give(Vitals vitals) {
  const auto rate = m_rates.find(vitals.patient);
  if (rate != m_rates.end())
    for (auto& numeric : vitals.numerics)
      if (numeric.code == rate->second.code) numeric.value = rate->second.value;
  m_sink->onVitals(vitals);
}

}  // namespace vitalwall::bench
