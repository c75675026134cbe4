// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_fanout_ward.h"

#include <array>

namespace vitalwall::bench {
namespace {

struct Parameter {
  MdcCode code;
  Unit unit;
  double value;
};

constexpr std::array kParameters = {
    Parameter{mdc::kHeartRate, Unit::BeatPerMinute, 74},
    Parameter{mdc::kSpO2, Unit::Percent, 96},
    Parameter{mdc::kPulseRate, Unit::BeatPerMinute, 74},
    Parameter{mdc::kRespiratoryRate, Unit::BreathPerMinute, 14},
    Parameter{mdc::kArterialSystolic, Unit::MillimetreOfMercury, 118},
    Parameter{mdc::kArterialDiastolic, Unit::MillimetreOfMercury, 72},
    Parameter{mdc::kArterialMean, Unit::MillimetreOfMercury, 88},
    Parameter{mdc::kTemperature, Unit::DegreeCelsius, 36.8},
};

Patient patientNumber(std::size_t number) {
  Patient patient;
  patient.bed = "Bed " + std::to_string(number);
  patient.id = PatientId::fromName("fan-out " + patient.bed);
  for (const auto& parameter : kParameters) patient.numerics.push_back(parameter.code);
  return patient;
}

}  // namespace

FanoutWard::FanoutWard(std::size_t patients) {
  for (std::size_t i = 1; i <= patients; ++i) m_patients.push_back(patientNumber(i));
}

void FanoutWard::advance(SteadyTime, WallTime wallNow, SourceSink& sink) {
  ++m_round;
  for (std::size_t i = 0; i < m_patients.size(); ++i) sink.onVitals(vitalsOf(i, m_round, wallNow));
}

Vitals FanoutWard::vitalsOf(std::size_t index, unsigned round, WallTime at) const {
  const double change = 0.1 * static_cast<double>((index + round) % 10);
  Vitals vitals{m_patients[index].id, at, {}};
  vitals.numerics.reserve(kParameters.size());
  for (const auto& [code, unit, value] : kParameters)
    vitals.numerics.push_back({code, unit, value + change, Validity::Valid, at});
  return vitals;
}

}  // namespace vitalwall::bench
