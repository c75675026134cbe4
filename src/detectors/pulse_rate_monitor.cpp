// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/pulse_rate_monitor.h"

namespace vitalwall::detectors {
namespace {

constexpr EventRate::Rules kPulseRules{.intervals = 8, .needed = 4, .longest = 2.5};
constexpr double kRegularEnough = 0.75;

}  // namespace

PulseRateMonitor::PulseRateMonitor(double samplesPerSecond, double smallestRise)
    : m_rate(samplesPerSecond), m_detector(samplesPerSecond, smallestRise), m_pulses(kPulseRules) {}

void PulseRateMonitor::push(double value) {
  ++m_samples;
  if (const auto pulse = m_detector.push(value))
    m_pulses.add(static_cast<double>(pulse->start) / m_rate + pulse->seconds);
}

void PulseRateMonitor::skip() {
  ++m_samples;
  m_detector.skip();
  m_pulses.interrupt();
}

void PulseRateMonitor::appendNumerics(WallTime now, std::vector<Numeric>& numerics) {
  const auto rate = m_pulses.regularity() >= kRegularEnough
                        ? m_pulses.typicalPerMinute(static_cast<double>(m_samples) / m_rate)
                        : std::nullopt;
  numerics.push_back(makeNumeric(mdc::kPulseRate, rate, now));
}

}  // namespace vitalwall::detectors
