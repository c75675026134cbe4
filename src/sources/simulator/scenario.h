// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace vitalwall::sources {

/// What can befall a simulated patient. Recovery ends everything else, smoothly.
enum class Scenario : std::uint8_t {
  Desaturation,
  Bradycardia,
  Tachycardia,
  Hypotension,
  Apnoea,
  Asystole,
  LeadOff,
  Artefact,
  VentricularTachycardia,
  VentricularFibrillation,
  Recovery
};

/// What a scenario is called on a command line, and how long it lasts unless told otherwise.
struct ScenarioInfo {
  Scenario scenario;
  std::string_view name;  ///< "asystole"
  std::chrono::seconds usualDuration;
};

/// All scenarios in the order of the enumeration.
std::span<const ScenarioInfo> knownScenarios();

const ScenarioInfo& infoOf(Scenario scenario);

/// The scenario of that name, or nullopt.
std::optional<Scenario> scenarioNamed(std::string_view name);

}  // namespace vitalwall::sources
