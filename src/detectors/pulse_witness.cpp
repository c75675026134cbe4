// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/pulse_witness.h"

#include <cmath>

namespace vitalwall::detectors {
namespace {

constexpr EventRate::Rules kWitnessRules{.intervals = 8, .needed = 3, .longest = 3.0};
constexpr double kRegular = 0.66;
constexpr std::size_t kIntervals = 4;  // that must be undisturbed
constexpr double kTolerance = 0.15;    // of an interval
constexpr double kSlower = 0.75;       // of the rate of the tachycardia
constexpr double kOverdue = 1.5;       // intervals

}  // namespace

PulseWitness::PulseWitness(double samplesPerSecond, double smallestRise)
    : m_rate(samplesPerSecond),
      m_detector(samplesPerSecond, smallestRise),
      m_pulses(kWitnessRules) {}

void PulseWitness::push(double value) {
  ++m_samples;
  const auto pulse = m_detector.push(value);
  if (!pulse) return;
  const double foot = static_cast<double>(pulse->start) / m_rate + pulse->seconds;
  m_pulses.add(foot);
  m_feet.push_back(foot);
  if (m_feet.size() > kIntervals + 1) m_feet.pop_front();
}

void PulseWitness::skip() {
  ++m_samples;
  m_detector.skip();
  m_pulses.interrupt();
  m_feet.clear();
}

bool PulseWitness::isBeating() const {
  return m_pulses.typicalPerMinute(now()) && m_pulses.regularity() >= kRegular;
}

bool PulseWitness::isUndisturbedBy(double rate) const {
  const auto typical = m_pulses.typicalPerMinute(now());
  if (!typical || *typical > kSlower * rate || m_feet.size() <= kIntervals) return false;
  const double interval = 60 / *typical;
  if (now() - m_feet.back() > kOverdue * interval) return false;
  for (std::size_t i = 1; i < m_feet.size(); ++i)
    if (std::abs(m_feet[i] - m_feet[i - 1] - interval) > kTolerance * interval) return false;
  return true;
}

}  // namespace vitalwall::detectors
