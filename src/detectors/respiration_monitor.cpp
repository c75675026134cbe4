// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/respiration_monitor.h"

#include <algorithm>

namespace vitalwall::detectors {
namespace {

constexpr double kBreathBandLow = 0.1;           // Hz: 6 breaths a minute
constexpr double kBreathBandHigh = 1.0;          // Hz: 60 breaths a minute
constexpr std::size_t kBreathActivitySpan = 15;  // s
constexpr double kSwingShare = 0.2;              // of the range, either way
constexpr EventRate::Rules kBreathRules{.intervals = 5, .needed = 2, .longest = 15.0};

}  // namespace

RespirationMonitor::RespirationMonitor(double samplesPerSecond, double smallestSwing)
    : m_rate(samplesPerSecond),
      m_smallestSwing(smallestSwing),
      m_highPass(Biquad::highPass(kBreathBandLow, m_rate)),
      m_lowPass(Biquad::lowPass(kBreathBandHigh, m_rate)),
      m_activity(m_rate, kBreathActivitySpan),
      m_breaths(kBreathRules) {}

void RespirationMonitor::push(double value) {
  if (!m_running) {
    m_highPass.settle(value);
    m_lowPass.settle(0);
    m_running = true;
  }
  ++m_samples;
  const double wave = m_lowPass.push(m_highPass.push(value));
  m_activity.push(wave);
  const double swing = kSwingShare * std::max(m_smallestSwing, m_activity.peakToPeak());
  if (wave < -swing) m_isOut = true;
  if (wave <= swing || !m_isOut) return;
  m_isOut = false;
  m_breaths.add(now());
}

void RespirationMonitor::skip() {
  ++m_samples;
  m_running = false;
  m_isOut = false;
  m_activity.skip();
  m_breaths.interrupt();
}

void RespirationMonitor::appendNumerics(WallTime time, std::vector<Numeric>& numerics) {
  numerics.push_back(makeNumeric(mdc::kRespiratoryRate, m_breaths.perMinute(now()), time));
}

}  // namespace vitalwall::detectors
