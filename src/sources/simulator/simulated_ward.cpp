// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/simulated_ward.h"

#include <algorithm>
#include <string>

#include "sources/simulator/names.h"

namespace vitalwall::sources {
namespace {

PatientId idOf(const SimulatorSpec& spec, int index) {
  return PatientId::fromName("sim:" + std::to_string(spec.seed) + ":" + std::to_string(index));
}

/// "Bed 07": two digits, so that beds sort as they stand.
std::string bedName(int index) {
  const std::string number = std::to_string(index + 1);
  return number.size() < 2 ? "Bed 0" + number : "Bed " + number;
}

Patient describe(const SimulatorSpec& spec, int index, const Profile& profile) {
  return {.id = idOf(spec, index),
          .bed = bedName(index),
          .name = inventedName(spec.seed, index),
          .ageGroup = profile.ageGroup,
          .waves = WaveRecorder::channelsOf(profile.sensors),
          .numerics = BedsideMonitor::numericsOf(profile.sensors)};
}

SimulatedPatient simulate(const SimulatorSpec& spec, int index, const Profile& profile) {
  RandomStream random(spec.seed + (static_cast<std::uint64_t>(index) << 32));
  std::optional<ScenarioSchedule> schedule;
  const RandomStream events = random.fork();
  if (spec.events)
    schedule.emplace(profile.sensors, firstEventAt(spec.seed, index, spec.patients), events);
  return {idOf(spec, index), profile, schedule, random};
}

}  // namespace

SimulatedWard::SimulatedWard(const SimulatorSpec& spec) {
  m_patients.reserve(static_cast<std::size_t>(spec.patients));
  m_simulated.reserve(static_cast<std::size_t>(spec.patients));
  for (int index = 0; index < spec.patients; ++index) {
    const Profile profile = makeProfile(spec.seed, index);
    m_patients.push_back(describe(spec, index, profile));
    m_simulated.push_back(simulate(spec, index, profile));
  }
  for (const PlannedScenario& planned : spec.scenarios)
    startScenario(static_cast<std::size_t>(planned.bed - 1), planned.scenario, planned.at)
        .IgnoreError();
}

void SimulatedWard::advance(SteadyTime now, WallTime wallNow, SourceSink& sink) {
  const bool first = !m_epoch;
  if (first) m_epoch = now;
  m_epochWall = wallNow - std::chrono::floor<milliseconds>(now - *m_epoch);
  if (first) giveVitals(sink);
  const Tick target = (now - *m_epoch) / kTickLength;
  while (m_done < target) {
    const Tick nextSecond = (m_done / kTicksPerSecond + 1) * kTicksPerSecond;
    runTo(std::min(target, nextSecond));
    for (SimulatedPatient& patient : m_simulated) patient.waves().giveTo(sink, m_epochWall);
    if (m_done == nextSecond) giveVitals(sink);
  }
}

absl::Status SimulatedWard::startScenario(std::size_t patient, Scenario scenario, milliseconds at,
                                          std::optional<milliseconds> duration) {
  if (patient >= m_simulated.size())
    return absl::OutOfRangeError("There is no patient number " + std::to_string(patient) +
                                 " (from 0) in a simulated ward of " +
                                 std::to_string(m_simulated.size()) + ".");
  const Tick start = std::max(toTicks(at), m_done);
  const Tick length = toTicks(duration.value_or(infoOf(scenario).usualDuration));
  m_simulated[patient].begin(scenario, start, start + length);
  return absl::OkStatus();
}

void SimulatedWard::runTo(Tick end) {
  for (SimulatedPatient& patient : m_simulated) patient.run(m_done, end);
  m_done = end;
}

void SimulatedWard::giveVitals(SourceSink& sink) {
  for (SimulatedPatient& patient : m_simulated)
    sink.onVitals(patient.vitals(m_done, m_epochWall + m_done * kTickLength));
}

}  // namespace vitalwall::sources
