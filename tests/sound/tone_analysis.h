// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace vitalwall::test {

/// A pulse as it is in the samples. Times in ms since the first sample.
struct MeasuredPulse {
  double begin;  ///< where the envelope rises through 90 % of the pulse's level
  double end;    ///< where it falls through 90 %
  double rise;   ///< from 10 % to 90 %
  double level;  ///< of the envelope's plateau, as the RMS of the samples

  double duration() const { return end - begin; }
};

/// A tone found in a spectrum.
struct MeasuredPartial {
  double hz;
  double level;  ///< of no unit: only good for comparing
};

double levelDb(const MeasuredPartial& partial, const MeasuredPartial& reference);

/// What rises out of the silence, in order. One channel, `rate` in Hz.
std::vector<MeasuredPulse> measurePulses(std::span<const float> samples, double rate);

/// From the end of each pulse to the begin of the next one, in ms.
std::vector<double> gapsOf(std::span<const MeasuredPulse> pulses);

/// Tones of 100 to 4200 Hz within 20 dB of the strongest one, the lowest first: by a DFT of the
/// pulse's plateau.
std::vector<MeasuredPartial> measurePartials(std::span<const float> samples, double rate,
                                             const MeasuredPulse& pulse);

}  // namespace vitalwall::test
