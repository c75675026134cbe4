// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/fibrillation_detector.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitalwall::detectors {
namespace {

constexpr double kSpan = 4;  // s
constexpr double kSamplesPerSecond = 125;

}  // namespace

FibrillationDetector::FibrillationDetector(double samplesPerSecond)
    : m_every(samplesIn(1 / kSamplesPerSecond, samplesPerSecond)),
      m_rate(samplesPerSecond / static_cast<double>(m_every)),
      m_window(samplesIn(kSpan, m_rate)) {}

void FibrillationDetector::push(double millivolts) {
  if (++m_count % m_every != 0) return;
  m_window.push(millivolts);
  ++m_filled;
  if (m_filled >= m_window.length() && m_filled % samplesIn(1, m_rate) == 0) m_wave = measure();
}

void FibrillationDetector::skip() {
  m_filled = 0;
  m_wave.reset();
}

FibrillationDetector::Wave FibrillationDetector::measure() const {
  const auto length = m_window.length();
  const double mean = m_window.mean();
  double area = 0;
  double way = 0;
  double low = m_window.at(0);
  double high = low;
  for (std::size_t age = 0; age < length; ++age) {
    area += std::abs(m_window.at(age) - mean);
    if (age > 0) way += std::abs(m_window.at(age) - m_window.at(age - 1));
    low = std::min(low, m_window.at(age));
    high = std::max(high, m_window.at(age));
  }
  if (way <= 0) return {};
  const auto half = static_cast<std::size_t>(
      std::clamp(std::round(std::numbers::pi * area / way), 1.0, static_cast<double>(length) / 2));
  double left = 0;
  double both = 0;
  for (std::size_t age = half; age < length; ++age) {
    const double now = m_window.at(age - half) - mean;
    const double before = m_window.at(age) - mean;
    left += std::abs(now + before);
    both += std::abs(now) + std::abs(before);
  }
  return {.leakage = left / both,
          .hertz = m_rate / (2 * static_cast<double>(half)),
          .range = high - low};
}

}  // namespace vitalwall::detectors
