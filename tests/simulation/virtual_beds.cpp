// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/virtual_beds.h"

#include <string>
#include <utility>

namespace vitalwall::simulation {

using namespace std::chrono_literals;

VirtualBeds::VirtualBeds() {
  for (int bed = 1; bed <= kBeds; ++bed) {
    const auto name = "bed " + std::to_string(bed);
    m_patients.push_back(
        {PatientId::fromName(name), name, name, AgeGroup::Adult, {}, {mdc::kHeartRate}});
    m_states.emplace(m_patients.back().id, State{});
  }
}

void VirtualBeds::setHeartRate(PatientId patient, std::optional<double> value) {
  m_states[patient].heartRate = value;
}

void VirtualBeds::healAll() {
  for (auto& [patient, state] : m_states) {
    state.heartRate = 72;
    state.isSilent = false;
  }
}

void VirtualBeds::read(SteadyTime now, WallTime wallNow, SourceSink& sink) {
  for (auto& [patient, state] : m_states) {
    if (state.isSilent) continue;
    const auto validity = state.heartRate ? Validity::Valid : Validity::LeadOff;
    const Vitals vitals{
        patient,
        wallNow,
        {{mdc::kHeartRate, Unit::BeatPerMinute, state.heartRate, validity, wallNow}}};
    state.readings.insert_or_assign(wallNow, now);
    sink.onVitals(vitals);
    if (std::exchange(state.repeats, false)) sink.onVitals(state.previous.value_or(vitals));
    state.previous = vitals;
  }
  for (const auto& [id, order] : m_orders) sink.onOrder(order);
}

std::optional<SteadyTime> VirtualBeds::readAt(PatientId patient, WallTime stamp) const {
  const auto& readings = m_states.at(patient).readings;
  const auto found = readings.find(stamp);
  return found == readings.end() ? std::nullopt : std::optional(found->second);
}

void VirtualSource::advance(SteadyTime now, WallTime wallNow, SourceSink& sink) {
  if (now < m_nextAt) return;
  m_nextAt = now + 1s;
  m_beds.read(now, wallNow, sink);
}

}  // namespace vitalwall::simulation
