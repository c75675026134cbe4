// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "sources/simulator/episode.h"
#include "sources/simulator/profile.h"
#include "sources/simulator/random_stream.h"

namespace vitalwall::sources {

/// What befalls one patient by itself, hour after hour: events that his sensors can show, seldom
/// enough that a ward is mostly calm (two or three beds of sixteen in alarm).
class ScenarioSchedule {
 public:
  /// `random` is the patient's own; `firstAt` is when his first event begins.
  ScenarioSchedule(const Sensors& sensors, Tick firstAt, RandomStream random);

  /// The episode that begins at or before `now` and was not given yet.
  std::optional<Episode> due(Tick now);

 private:
  Scenario drawScenario();

  Sensors m_sensors;
  Tick m_nextAt;
  RandomStream m_random;
};

/// When the first event of a bed begins. One bed of every ward has it within half a minute, the
/// others within the usual gap between two events.
Tick firstEventAt(std::uint64_t seed, int index, int patients);

}  // namespace vitalwall::sources
