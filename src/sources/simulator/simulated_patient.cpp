// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/simulated_patient.h"

namespace vitalwall::sources {
namespace {

constexpr Tick kWarmUp = toTicks(std::chrono::seconds(12));  // two breaths at the least
constexpr Tick kStateTicks = 4;                              // the state changes slowly: 62.5 Hz

}  // namespace

SimulatedPatient::SimulatedPatient(PatientId id, const Profile& profile,
                                   std::optional<ScenarioSchedule> schedule, RandomStream random)
    : m_id(id),
      m_profile(profile),
      m_state(profile.baseline),
      m_schedule(schedule),
      m_body(profile, random.fork()),
      m_monitor(profile.sensors, random.fork()),
      m_waves(id, profile.sensors) {
  run(-kWarmUp, 0);
  m_waves.clear();
}

void SimulatedPatient::begin(Scenario scenario, Tick start, Tick end) {
  if (scenario == Scenario::Recovery)
    m_recoveries.push_back(start);
  else
    m_episodes.emplace_back(scenario, start, end);
}

void SimulatedPatient::run(Tick from, Tick to) {
  for (Tick tick = from; tick < to; ++tick) {
    if (tick % kStateTicks == 0) updateState(tick);
    const BodySignals& signals = m_body.step(m_state, tick);
    m_monitor.observe(signals, tick);
    m_waves.record(signals, m_state.electrodesAttached, tick);
  }
}

Vitals SimulatedPatient::vitals(Tick now, WallTime wallNow) {
  return {
      .patient = m_id, .sourceTime = wallNow, .numerics = m_monitor.read(m_state, now, wallNow)};
}

void SimulatedPatient::updateEpisodes(Tick now) {
  if (m_schedule)
    if (const auto episode = m_schedule->due(now)) m_episodes.push_back(*episode);
  for (const Tick recovery : m_recoveries)
    if (recovery <= now)
      for (Episode& episode : m_episodes) episode.recoverFrom(recovery);
  std::erase_if(m_recoveries, [now](Tick recovery) { return recovery <= now; });
  std::erase_if(m_episodes, [now](const Episode& episode) { return episode.isOver(now); });
}

void SimulatedPatient::updateState(Tick now) {
  updateEpisodes(now);
  m_state = m_profile.baseline;
  for (const Episode& episode : m_episodes)
    m_state = episode.appliedTo(m_state, m_profile.ageGroup, now);
}

}  // namespace vitalwall::sources
