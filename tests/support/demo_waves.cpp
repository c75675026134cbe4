// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>

#include "support/demo_ward.h"

namespace vitalwall::test {
namespace {

constexpr double kBreathsPerSecond = 0.25;

double bell(double x, double centre, double width) {
  const double distance = (x - centre) / width;
  return std::exp(-distance * distance / 2);
}

/// Millivolts at `phase` (0 to 1) of a beat: P, Q, R, S and T.
double ecg(double phase) {
  return 0.12 * bell(phase, 0.18, 0.025) - 0.12 * bell(phase, 0.352, 0.009) +
         1.15 * bell(phase, 0.375, 0.010) - 0.28 * bell(phase, 0.400, 0.010) +
         0.30 * bell(phase, 0.62, 0.045);
}

/// 0 to 1: steep rise, slower fall with a dicrotic notch.
double pulse(double phase) {
  return 0.9 * bell(phase, 0.30, 0.085) + 0.42 * bell(phase, 0.52, 0.10) +
         0.16 * bell(phase, 0.75, 0.12);
}

double breath(double seconds) {
  return std::sin(2 * std::numbers::pi * kBreathsPerSecond * seconds);
}

double capnogram(double seconds) {
  const double phase = seconds * kBreathsPerSecond - std::floor(seconds * kBreathsPerSecond);
  const double rise = 1 / (1 + std::exp(-(phase - 0.45) * 60));
  const double fall = 1 / (1 + std::exp((phase - 0.92) * 120));
  return 38 * rise * fall * (0.92 + 0.08 * phase);
}

double physical(MdcCode code, double seconds, double beatsPerMinute) {
  const double beats = seconds * beatsPerMinute / 60;
  const double phase = beats - std::floor(beats);
  if (code == mdc::kPleth) return 0.1 + 0.8 * pulse(phase) + 0.04 * breath(seconds);
  if (code == mdc::kArterialPressure) return 74 + 46 * pulse(phase) + 2 * breath(seconds);
  if (code == mdc::kRespiration) return 0.5 + 0.36 * breath(seconds);
  if (code == mdc::kCo2) return capnogram(seconds);
  return ecg(phase) + 0.03 * breath(seconds);
}

}  // namespace

WaveChannel waveChannel(MdcCode code) {
  if (code == mdc::kPleth) return {code, "Pleth", Unit::Dimensionless, 125, 0.0005, 0, 0, 1.1};
  if (code == mdc::kArterialPressure)
    return {code, "ABP", Unit::MillimetreOfMercury, 125, 0.05, 0, 40, 160};
  if (code == mdc::kRespiration) return {code, "Resp", Unit::Dimensionless, 62.5, 0.001, 0, 0, 1};
  if (code == mdc::kCo2) return {code, "CO2", Unit::MillimetreOfMercury, 62.5, 0.01, 0, -2, 50};
  return {code, "II", Unit::MilliVolt, 250, 0.0025, 0, -0.6, 1.4};
}

std::int16_t waveSample(MdcCode code, double seconds, double beatsPerMinute) {
  const WaveChannel channel = waveChannel(code);
  return static_cast<std::int16_t>(std::lround(
      (physical(code, seconds, beatsPerMinute) - channel.zero) / channel.unitsPerCount));
}

}  // namespace vitalwall::test
