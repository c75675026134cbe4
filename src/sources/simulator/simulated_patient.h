// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "sources/simulator/bedside_monitor.h"
#include "sources/simulator/episode.h"
#include "sources/simulator/scenario_schedule.h"
#include "sources/simulator/wave_recorder.h"

namespace vitalwall::sources {

/// One simulated patient: a body, what befalls it, and the monitor that watches it.
class SimulatedPatient {
 public:
  /// Warms the body up, so that every number is known at tick 0. `schedule` may be absent: then
  /// only what begin() is told happens.
  SimulatedPatient(PatientId id, const Profile& profile, std::optional<ScenarioSchedule> schedule,
                   RandomStream random);

  /// From `start` to `end` this scenario holds, besides those that hold already. Recovery ends at
  /// `start` all that began before.
  void begin(Scenario scenario, Tick start, Tick end);

  /// Lives through [from, to), which must join the previous call; samples go to waves().
  void run(Tick from, Tick to);

  /// The numerics at `now`; to be called once a second.
  Vitals vitals(Tick now, WallTime wallNow);

  WaveRecorder& waves() { return m_waves; }
  PatientId id() const { return m_id; }

 private:
  void updateEpisodes(Tick now);
  void updateState(Tick now);

  PatientId m_id;
  Profile m_profile;
  Physiology m_state;
  std::vector<Episode> m_episodes;
  std::vector<Tick> m_recoveries;  // to come
  std::optional<ScenarioSchedule> m_schedule;
  Body m_body;
  BedsideMonitor m_monitor;
  WaveRecorder m_waves;
};

}  // namespace vitalwall::sources
