// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/scenario_schedule.h"

#include <array>

namespace vitalwall::sources {
namespace {

constexpr double kShortestGap = 130;  // s between two events of a bed
constexpr double kLongestGap = 430;

struct Likelihood {
  Scenario scenario;
  int weight;
};

constexpr std::array kLikelihoods = {
    Likelihood{Scenario::Desaturation, 6}, Likelihood{Scenario::Tachycardia, 4},
    Likelihood{Scenario::Bradycardia, 3},  Likelihood{Scenario::Hypotension, 4},
    Likelihood{Scenario::Apnoea, 2},       Likelihood{Scenario::LeadOff, 3},
    Likelihood{Scenario::Artefact, 3},     Likelihood{Scenario::Asystole, 1},
};

bool isSeenBy(const Sensors& sensors, Scenario scenario) {
  switch (scenario) {
    case Scenario::Hypotension:
      return sensors.arterialLine;
    case Scenario::Apnoea:
    case Scenario::LeadOff:
    case Scenario::Asystole:
      return sensors.ecg;
    default:
      return true;
  }
}

Tick secondsToTicks(double duration) {
  return static_cast<Tick>(duration * kTicksPerSecond);
}

}  // namespace

ScenarioSchedule::ScenarioSchedule(const Sensors& sensors, Tick firstAt, RandomStream random)
    : m_sensors(sensors), m_nextAt(firstAt), m_random(random) {}

std::optional<Episode> ScenarioSchedule::due(Tick now) {
  if (now < m_nextAt) return std::nullopt;
  const Scenario scenario = drawScenario();
  const Tick start = m_nextAt;
  const Tick end = start + toTicks(infoOf(scenario).usualDuration);
  m_nextAt = end + secondsToTicks(m_random.uniform(kShortestGap, kLongestGap));
  return Episode(scenario, start, end, m_random.uniform(1, 1.6));
}

Scenario ScenarioSchedule::drawScenario() {
  int total = 0;
  for (const auto& [scenario, weight] : kLikelihoods)
    if (isSeenBy(m_sensors, scenario)) total += weight;
  auto drawn = static_cast<int>(m_random.below(static_cast<std::uint64_t>(total)));
  for (const auto& [scenario, weight] : kLikelihoods) {
    if (!isSeenBy(m_sensors, scenario)) continue;
    drawn -= weight;
    if (drawn < 0) return scenario;
  }
  return Scenario::Desaturation;
}

Tick firstEventAt(std::uint64_t seed, int index, int patients) {
  const auto position = static_cast<std::uint64_t>(index);
  RandomStream random(seed ^ (position << 32));
  if (position == seed % static_cast<std::uint64_t>(patients))
    return secondsToTicks(random.uniform(8, 25));
  return secondsToTicks(random.uniform(20, kLongestGap));
}

}  // namespace vitalwall::sources
