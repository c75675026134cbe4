// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "detectors/biquad.h"

namespace vitalwall::detectors {

/// How much a lead trembles between its beats: the range of the band 20 to 40 Hz (muscles, loose
/// electrodes) in eighths of a second, of which the third lowest of the last eight counts. A QRS
/// fills two or three of them, noise fills all.
class NoiseFloor {
 public:
  explicit NoiseFloor(double samplesPerSecond);

  void push(double millivolts);

  /// mV, peak to peak.
  double range() const { return m_range; }

 private:
  void finishPart();

  static constexpr std::size_t kParts = 8;

  Biquad m_highPass;
  Biquad m_lowPass;
  std::size_t m_partLength;
  std::size_t m_samples = 0;
  double m_low = 0;
  double m_high = 0;
  std::array<double, kParts> m_ranges{};
  std::size_t m_next = 0;
  double m_range = 0;
};

}  // namespace vitalwall::detectors
