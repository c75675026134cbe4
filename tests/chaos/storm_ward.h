// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/source.h"

namespace vitalwall::test {

/// Beds whose heart rate crosses its limit and comes back all the time, each at its own moment:
/// every bed raises and ends one alarm in each period.
class StormWard final : public Source {
 public:
  StormWard(int beds, milliseconds period) : m_period(period) {
    for (int i = 0; i < beds; ++i) m_patients.push_back(patientNumber(i));
  }

  /// The same patients in every run.
  static Patient patientNumber(int number) {
    const std::string bed = "Bed " + std::to_string(number + 1);
    return {PatientId::fromName("storm " + bed), bed, {}, AgeGroup::Adult, {}, {mdc::kHeartRate}};
  }

  std::string_view name() const override { return "storm"; }
  const std::vector<Patient>& patients() const override { return m_patients; }

  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override {
    const auto share = m_period / static_cast<int>(m_patients.size());
    for (std::size_t i = 0; i < m_patients.size(); ++i) {
      const auto phase = (now.time_since_epoch() + share * i) % m_period;
      sink.onVitals(
          heartRateOf(m_patients[i], phase < m_period / 2 ? kCrossing : kNormal, wallNow));
    }
  }

 private:
  static constexpr double kNormal = 80;
  static constexpr double kCrossing = 130;

  static Vitals heartRateOf(const Patient& patient, double rate, WallTime at) {
    return {patient.id, at, {{mdc::kHeartRate, Unit::BeatPerMinute, rate, Validity::Valid, at}}};
  }

  const milliseconds m_period;
  std::vector<Patient> m_patients;
};

}  // namespace vitalwall::test
