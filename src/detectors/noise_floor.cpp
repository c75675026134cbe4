// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/noise_floor.h"

#include <algorithm>

#include "detectors/running_window.h"

namespace vitalwall::detectors {
namespace {

constexpr double kNoiseLow = 20;   // Hz
constexpr double kNoiseHigh = 40;  // Hz
constexpr std::size_t kQuietest = 2;

}  // namespace

NoiseFloor::NoiseFloor(double samplesPerSecond)
    : m_highPass(Biquad::highPass(kNoiseLow, samplesPerSecond)),
      m_lowPass(Biquad::lowPass(kNoiseHigh, samplesPerSecond)),
      m_partLength(samplesIn(1.0 / kParts, samplesPerSecond)) {}

void NoiseFloor::push(double millivolts) {
  const double tremble = m_lowPass.push(m_highPass.push(millivolts));
  m_low = std::min(m_low, tremble);
  m_high = std::max(m_high, tremble);
  if (++m_samples >= m_partLength) finishPart();
}

void NoiseFloor::finishPart() {
  m_ranges[m_next] = m_high - m_low;
  m_next = (m_next + 1) % kParts;
  m_samples = 0;
  m_low = 0;
  m_high = 0;
  auto sorted = m_ranges;
  std::nth_element(sorted.begin(), sorted.begin() + kQuietest, sorted.end());
  m_range = sorted[kQuietest];
}

}  // namespace vitalwall::detectors
