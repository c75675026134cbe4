// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "sources/simulator/scenario.h"

namespace vitalwall::sources {

/// A scenario that a command line asked for.
struct PlannedScenario {
  Scenario scenario = Scenario::Recovery;
  std::chrono::seconds at{};  ///< after the source's first advance()
  int bed = 1;                ///< counted from 1, as on the wall
  bool operator==(const PlannedScenario&) const = default;
};

/// What ward to simulate, as written on a command line:
///   sim:N[:key=value]...
///     N                              number of patients, 1 to 1000
///     seed=NUMBER                    another seed is another ward; 1 if absent
///     events=on|off                  whether things happen by themselves; on, unless a scenario
///                                    is given
///     scenario=NAME@SECONDS[/BED]    may be repeated; bed 1 if absent; names as knownScenarios()
/// Examples: sim:16  sim:16:seed=7  sim:4:scenario=asystole@10 sim:8:events=on:scenario=apnoea@30/2
struct SimulatorSpec {
  int patients = 16;
  std::uint64_t seed = 1;
  bool events = true;
  std::vector<PlannedScenario> scenarios;

  /// An InvalidArgument error says in a sentence what is wrong and what would be right.
  static absl::StatusOr<SimulatorSpec> parse(std::string_view text);

  bool operator==(const SimulatorSpec&) const = default;
};

}  // namespace vitalwall::sources
