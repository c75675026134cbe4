// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/breath_watch.h"

#include <algorithm>

#include "detectors/running_window.h"

namespace vitalwall::detectors {
namespace {

constexpr double kBreathLow = 0.05;        // Hz
constexpr double kBreathHigh = 1.5;        // Hz: 90 breaths a minute of a newborn
constexpr double kApnoea = 20;             // s
constexpr std::size_t kActivitySpan = 20;  // s
constexpr double kForgetBreaths = 15;      // s
constexpr double kDepthShare = 0.2;        // of the recent breaths
constexpr std::size_t kMemory = 8;         // breaths
constexpr double kTooManyGaps = 0.5;

}  // namespace

BreathWatch::BreathWatch(double samplesPerSecond, const Rules& rules)
    : m_rate(samplesPerSecond),
      m_rules(rules),
      m_highPass(Biquad::highPass(kBreathLow, m_rate)),
      m_lowPass(Biquad::lowPass(kBreathHigh, m_rate)),
      m_activity(m_rate, kActivitySpan),
      m_depths(kMemory) {}

void BreathWatch::push(double value) {
  if (!m_running) {
    m_highPass.settle(value);
    m_lowPass.settle(0);
    m_running = true;
  }
  ++m_samples;
  ++m_quiet;
  m_activity.push(value);
  trace(m_lowPass.push(m_highPass.push(value)));
  if (++m_forgetting < samplesIn(kForgetBreaths, m_rate)) return;
  m_depths.scale(0.5);
  m_forgetting = 0;
}

void BreathWatch::skip() {
  ++m_samples;
  m_activity.skip();
  m_running = false;
  m_isRising = false;
  m_turn = 0;
  m_quiet = 0;
  m_breaths = 0;
}

double BreathWatch::needed() const {
  return std::max(m_rules.smallestSwing, kDepthShare * m_depths.valueOr(0));
}

void BreathWatch::trace(double wave) {
  if (m_isRising) {
    m_turn = std::max(m_turn, wave);
    if (wave > m_turn - needed()) return;
    countBreath(m_turn - m_low);
    m_isRising = false;
    m_turn = wave;
    return;
  }
  m_turn = std::min(m_turn, wave);
  if (wave < m_turn + needed()) return;
  m_low = m_turn;
  m_isRising = true;
  m_turn = wave;
}

void BreathWatch::countBreath(double depth) {
  if (static_cast<double>(m_quiet) > kApnoea * m_rate) m_breaths = 0;
  ++m_breaths;
  m_depths.add(depth);
  m_quiet = 0;
  m_forgetting = 0;
}

bool BreathWatch::isAttached() const {
  return m_activity.isKnown() && m_activity.missingShare() < kTooManyGaps &&
         m_activity.peakToPeak() >= m_rules.flatRange;
}

Sighting BreathWatch::apnoea() const {
  if (!m_running || !isAttached() || m_depths.size() == 0) return Sighting::Unseen;
  if (static_cast<double>(m_quiet) >= kApnoea * m_rate) return Sighting::Present;
  return m_breaths >= 2 ? Sighting::Absent : Sighting::Unseen;
}

}  // namespace vitalwall::detectors
