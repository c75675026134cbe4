// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "domain/source.h"

namespace vitalwall::test {

/// A patient with an ECG, in a bed of that name.
inline Patient patientNamed(const std::string& name, const std::string& bed = {}) {
  const WaveChannel ecg{mdc::kEcgLeadII, "II", Unit::MilliVolt, 250, 0.001, 0, -1, 1};
  return {PatientId::fromName(name), bed, name, AgeGroup::Adult, {ecg}, {mdc::kHeartRate}};
}

inline Vitals heartRateOf(const Patient& patient, std::optional<double> value, WallTime time = {}) {
  const auto validity = value ? Validity::Valid : Validity::LeadOff;
  return {patient.id, time, {{mdc::kHeartRate, Unit::BeatPerMinute, value, validity, time}}};
}

inline Order orderOf(const Patient& patient, const std::string& description) {
  return {OrderId::fromName("order"), patient.id, description, OrderStatus::Active, "Dr. X", {}};
}

/// What a FakeSource gives at its next advance().
struct Script {
  std::vector<Vitals> vitals;
  std::vector<WaveBlock> waves;
  std::vector<Order> orders;
  std::vector<std::string> notices;
};

/// A source that gives what the test put into its script, once.
class FakeSource final : public Source {
 public:
  /// `script` belongs to the test and must outlive the source.
  FakeSource(std::vector<Patient> patients, Script& script)
      : m_patients(std::move(patients)), m_script(script) {}

  std::string_view name() const override { return "fake"; }
  const std::vector<Patient>& patients() const override { return m_patients; }

  void advance(SteadyTime, WallTime, SourceSink& sink) override {
    const Script script = std::exchange(m_script, {});
    for (const auto& vitals : script.vitals) sink.onVitals(vitals);
    for (const auto& block : script.waves) sink.onWave(block);
    for (const auto& order : script.orders) sink.onOrder(order);
    for (const auto& notice : script.notices) sink.onNotice(notice);
  }

 private:
  const std::vector<Patient> m_patients;
  Script& m_script;
};

}  // namespace vitalwall::test
