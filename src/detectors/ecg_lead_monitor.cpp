// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/ecg_lead_monitor.h"

namespace vitalwall::detectors {
namespace {

constexpr EventRate::Rules kBeatRules{.intervals = 8, .needed = 2, .longest = 4.0};
constexpr std::size_t kLeadActivitySpan = 4;  // s
constexpr double kAttachedRange = 0.02;       // mV; electrodes on skin are never quieter
constexpr double kQuietShare = 0.5;           // of the range with beats
constexpr double kTooMuchMissing = 0.5;

}  // namespace

EcgLeadMonitor::EcgLeadMonitor(double samplesPerSecond)
    : m_rate(samplesPerSecond),
      m_detector(samplesPerSecond),
      m_beats(kBeatRules),
      m_activity(samplesPerSecond, kLeadActivitySpan) {}

void EcgLeadMonitor::push(double millivolts) {
  ++m_samples;
  m_activity.push(millivolts);
  m_newBeat = m_detector.push(millivolts);
  if (!m_newBeat) return;
  m_beats.add(static_cast<double>(*m_newBeat) / m_rate);
  if (rate()) m_beatRange = m_activity.peakToPeak();
}

void EcgLeadMonitor::skip() {
  ++m_samples;
  m_newBeat.reset();
  m_activity.skip();
  m_detector.skip();
  m_beats.interrupt();
}

std::optional<double> EcgLeadMonitor::rate() const {
  return m_beats.perMinute(now());
}

double EcgLeadMonitor::quality() const {
  return isOff() ? 0 : m_detector.quality() * (1 + m_beats.regularity()) / 2;
}

bool EcgLeadMonitor::isOff() const {
  return m_activity.isKnown() &&
         (m_activity.peakToPeak() < kAttachedRange || m_activity.missingShare() > kTooMuchMissing);
}

bool EcgLeadMonitor::isAsystole() const {
  return m_beatRange > 0 && !rate() && m_activity.isKnown() && !isOff() &&
         m_activity.missingShare() == 0 && m_activity.peakToPeak() < kQuietShare * m_beatRange;
}

}  // namespace vitalwall::detectors
