// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/pulse_detector.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitalwall::detectors {
namespace {

constexpr double kCutoff = 16;       // Hz; above it there is only noise and catheter resonance
constexpr double kRiseSpan = 0.128;  // s, an upstroke
constexpr double kFootSpan = 0.250;  // s before the top of the rise in which the foot lies
constexpr double kPulseRefractory = 0.250;  // s; no two pulses are closer
constexpr double kLongestPulseGap = 4.0;    // s; more between two feet is no pulse
constexpr double kPulseLearning = 2.0;      // s
constexpr double kRiseShare = 0.5;          // of the recent rises; a dicrotic wave has less
constexpr std::size_t kPulseMemory = 8;     // pulses that a median spans

}  // namespace

PulseDetector::PulseDetector(double samplesPerSecond, double smallestRise)
    : m_rate(samplesPerSecond),
      m_smallestRise(smallestRise),
      m_lowPass(Biquad::lowPass(kCutoff, m_rate)),
      m_smooth(samplesIn(kLongestPulseGap + 1, m_rate)),
      m_change(m_smooth.length()),
      m_rise(samplesIn(kRiseSpan, m_rate)),
      m_peaks(samplesIn(kPulseRefractory, m_rate)),
      m_rises(kPulseMemory) {}

std::optional<Pulse> PulseDetector::push(double value) {
  if (m_running == 0) {
    m_lowPass.settle(value);
    m_previous = value;
    m_smooth.push(value);
  }
  const double before = m_smooth.at(0);
  m_smooth.push(m_lowPass.push(value));
  m_change.push(std::abs(value - std::exchange(m_previous, value)) * m_rate);
  m_rise.push(std::max(0.0, m_smooth.at(0) - before));
  ++m_sample;
  ++m_running;
  ++m_sincePulse;
  const auto top = m_peaks.push(m_rise.sum());
  if (!top || !isPulse(top->height)) return std::nullopt;

  const auto endAge = footAge(top->age);
  const auto foot = std::exchange(m_foot, m_sample - endAge);
  if (!foot || *m_foot <= *foot) return std::nullopt;
  const auto startAge = m_sample - *foot;
  if (startAge >= m_smooth.length()) return std::nullopt;
  return measure(startAge, endAge);
}

void PulseDetector::skip() {
  ++m_sample;
  m_running = 0;
  m_foot.reset();
  m_peaks.reset();
}

bool PulseDetector::isPulse(double rise) {
  if (static_cast<double>(m_sincePulse) >
      kLongestPulseGap * m_rate) {  // smaller pulses than before
    m_rises.add(m_rises.valueOr(0) * kRiseShare);
    m_sincePulse = 0;
  }
  const bool isLearning = static_cast<double>(m_sample) < kPulseLearning * m_rate;
  if (rise < m_smallestRise || rise < kRiseShare * m_rises.valueOr(0)) return false;
  m_rises.add(isLearning ? std::max(rise, m_rises.valueOr(0)) : rise);
  m_sincePulse = 0;
  return !isLearning;
}

std::uint64_t PulseDetector::footAge(std::uint64_t topAge) const {
  const auto oldest = std::min(topAge + samplesIn(kFootSpan, m_rate), m_smooth.length() - 1);
  auto foot = topAge;
  for (auto age = topAge; age <= oldest; ++age)
    if (m_smooth.at(age) < m_smooth.at(foot)) foot = age;
  return foot;
}

Pulse PulseDetector::measure(std::uint64_t startAge, std::uint64_t endAge) const {
  Pulse pulse{.start = m_sample - startAge,
              .seconds = static_cast<double>(startAge - endAge) / m_rate,
              .low = m_smooth.at(startAge),
              .high = m_smooth.at(startAge),
              .mean = 0,
              .steepest = 0};
  double sum = 0;
  for (auto age = endAge + 1; age <= startAge; ++age) {
    pulse.high = std::max(pulse.high, m_smooth.at(age));
    pulse.steepest = std::max(pulse.steepest, m_change.at(age));
    sum += m_smooth.at(age);
  }
  pulse.mean = sum / static_cast<double>(startAge - endAge);
  return pulse;
}

}  // namespace vitalwall::detectors
