// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/scenario.h"

#include <algorithm>
#include <array>

namespace vitalwall::sources {
namespace {

using std::chrono::seconds;

constexpr std::array kScenarios = {
    ScenarioInfo{Scenario::Desaturation, "desaturation", seconds(60)},
    ScenarioInfo{Scenario::Bradycardia, "bradycardia", seconds(45)},
    ScenarioInfo{Scenario::Tachycardia, "tachycardia", seconds(50)},
    ScenarioInfo{Scenario::Hypotension, "hypotension", seconds(60)},
    ScenarioInfo{Scenario::Apnoea, "apnoea", seconds(50)},
    ScenarioInfo{Scenario::Asystole, "asystole", seconds(25)},
    ScenarioInfo{Scenario::LeadOff, "lead-off", seconds(40)},
    ScenarioInfo{Scenario::Artefact, "artefact", seconds(25)},
    ScenarioInfo{Scenario::VentricularTachycardia, "ventricular-tachycardia", seconds(20)},
    ScenarioInfo{Scenario::VentricularFibrillation, "ventricular-fibrillation", seconds(25)},
    ScenarioInfo{Scenario::Recovery, "recovery", seconds(0)},
};

}  // namespace

std::span<const ScenarioInfo> knownScenarios() {
  return kScenarios;
}

const ScenarioInfo& infoOf(Scenario scenario) {
  return kScenarios[static_cast<std::size_t>(scenario)];
}

std::optional<Scenario> scenarioNamed(std::string_view name) {
  const auto found = std::find_if(kScenarios.begin(), kScenarios.end(),
                                  [name](const ScenarioInfo& info) { return info.name == name; });
  if (found == kScenarios.end()) return std::nullopt;
  return found->scenario;
}

}  // namespace vitalwall::sources
