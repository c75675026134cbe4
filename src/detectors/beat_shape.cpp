// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/beat_shape.h"

#include <algorithm>
#include <cmath>

namespace vitalwall::detectors {

BeatShape::BeatShape(const RunningWindow& signal, double rate, std::size_t age) {
  const auto oldest = static_cast<double>(age) + kBefore * rate;
  for (std::size_t i = 0; i < m_millivolts.size(); ++i) {
    const double sampleAge = oldest - static_cast<double>(i) * kStep * rate;
    m_millivolts[i] = static_cast<float>(
        signal.at(static_cast<std::size_t>(std::max(0.0, std::round(sampleAge)))));
  }
  centre();
}

void BeatShape::centre() {
  auto sorted = m_millivolts;
  const auto middle = sorted.begin() + sorted.size() / 2;
  std::nth_element(sorted.begin(), middle, sorted.end());
  for (float& value : m_millivolts) value -= *middle;
}

double BeatShape::unlikenessAt(const BeatShape& other, std::size_t shift) const {
  float between = 0;
  float both = 0;
  for (std::size_t i = 0; i < kCore; ++i) {
    const float mine = m_millivolts[shift + i];
    const float theirs = other.m_millivolts[kMargin + i];
    between += std::abs(mine - theirs);
    both += std::abs(mine) + std::abs(theirs);
  }
  return both > 0 ? between / both : 0;
}

double BeatShape::unlikeness(const BeatShape& other) const {
  double least = unlikenessAt(other, 0);
  for (std::size_t shift = 1; shift <= 2 * kMargin; ++shift)
    least = std::min(least, unlikenessAt(other, shift));
  return least;
}

double BeatShape::width() const {
  const auto first = m_millivolts.begin() + kMargin;
  const auto last = first + kCore;
  float highest = 0;
  for (auto value = first; value != last; ++value) highest = std::max(highest, std::abs(*value));
  const auto wide =
      std::count_if(first, last, [highest](float value) { return std::abs(value) > highest / 2; });
  return static_cast<double>(wide) * kStep;
}

double BeatShape::size() const {
  const auto [low, high] = std::minmax_element(m_millivolts.begin(), m_millivolts.end());
  return *high - *low;
}

void BeatShape::approach(const BeatShape& other, float share) {
  for (std::size_t i = 0; i < m_millivolts.size(); ++i)
    m_millivolts[i] += share * (other.m_millivolts[i] - m_millivolts[i]);
}

}  // namespace vitalwall::detectors
