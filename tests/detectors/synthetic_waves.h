// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <numbers>

namespace vitalwall::test {

/// A bump of `height` and `width` (s, standard deviation) at `distance` (s) from its top.
inline double bump(double distance, double height, double width) {
  return height * std::exp(-distance * distance / (2 * width * width));
}

/// An ECG with its R waves at whole multiples of 60/`rate` s: QRS of `size` mV and a broad T wave.
inline double syntheticEcg(double seconds, double rate, double size) {
  const double period = 60 / rate;
  const double phase = std::remainder(seconds, period);
  const double afterR = phase < 0 ? phase + period : phase;
  return bump(phase, size, 0.012) - bump(phase - 0.035, 0.2 * size, 0.012) +
         bump(afterR - 0.28, 0.3 * size, 0.05);
}

/// A pressure wave: `low` at the foot, `high` at the top, `rate` pulses a minute.
inline double syntheticPressure(double seconds, double rate, double low, double high) {
  const double period = 60 / rate;
  const double phase = std::fmod(seconds, period) / period;
  const double rise = phase < 0.15 ? 0.5 - 0.5 * std::cos(M_PI * phase / 0.15)
                                   : 0.5 + 0.5 * std::cos(M_PI * (phase - 0.15) / 0.85);
  return low + (high - low) * rise;
}

/// Repeatable noise, -1 to 1, of a moment of time.
inline double noiseAt(double seconds) {
  const double mixed = std::sin(seconds * 12'345.678) * 43'758.5453;
  return 2 * (mixed - std::floor(mixed)) - 1;
}

/// Beats of a ventricular focus, `rate` a minute: no P, wide, T against the QRS. `width` (s) is the
/// standard deviation of the QRS.
inline double syntheticVentricular(double seconds, double rate, double size, double width = 0.038) {
  const double period = 60 / rate;
  const double phase = std::remainder(seconds, period);
  const double afterR = phase < 0 ? phase + period : phase;
  return bump(phase, size, width) - bump(afterR - 0.16, 0.6 * size, 0.045);
}

/// Ventricular fibrillation as a sum of `bands` oscillations between 4 and 7 Hz, `size` mV either
/// way; another `variant` has other frequencies.
inline double syntheticFibrillation(double seconds, double size, int bands = 4, int variant = 1) {
  double sum = 0;
  for (int i = 0; i < bands; ++i) {
    const double hertz = 5.5 + 1.5 * noiseAt(variant + 0.37 * i);
    sum += std::sin(2 * std::numbers::pi * hertz * seconds + 7 * noiseAt(hertz));
  }
  return size * sum / std::sqrt(2.0 * bands);
}

}  // namespace vitalwall::test
