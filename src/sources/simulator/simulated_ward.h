// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "domain/source.h"
#include "sources/simulator/simulated_patient.h"
#include "sources/simulator/simulator_spec.h"

namespace vitalwall::sources {

/// A ward of simulated patients in "Bed 01", "Bed 02" and so on. Deterministic: the same spec and
/// the same time give the same samples and numbers, however advance() is sliced. Waves come in one
/// block per channel and call (cut at full seconds), vitals once a second.
/// Not thread-safe; one owner advances it.
class SimulatedWard final : public Source {
 public:
  /// Planned scenarios for beds that the ward does not have are ignored (SimulatorSpec::parse
  /// refuses them).
  explicit SimulatedWard(const SimulatorSpec& spec);

  std::string_view name() const override { return "simulator"; }
  const std::vector<Patient>& patients() const override { return m_patients; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override;

  /// Lets `scenario` befall patients()[patient] from `at` (since the first advance(); at once if
  /// that is past) for its usual time, or for `duration`. OutOfRange if there is no such patient.
  absl::Status startScenario(std::size_t patient, Scenario scenario, std::chrono::milliseconds at,
                             std::optional<std::chrono::milliseconds> duration = {});

 private:
  void runTo(Tick end);
  void giveVitals(SourceSink& sink);

  std::vector<Patient> m_patients;
  std::vector<SimulatedPatient> m_simulated;
  Tick m_done = 0;  // everything before it has been given
  std::optional<SteadyTime> m_epoch;
  WallTime m_epochWall{};  // tick 0, by the wall clock of the newest call
};

}  // namespace vitalwall::sources
