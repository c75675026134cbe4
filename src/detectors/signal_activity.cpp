// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/signal_activity.h"

#include <algorithm>
#include <utility>

#include "detectors/running_window.h"

namespace vitalwall::detectors {

SignalActivity::SignalActivity(double rate, std::size_t seconds)
    : m_samplesPerSecond(samplesIn(1, rate)), m_span(seconds) {}

void SignalActivity::push(double value) {
  m_current.low = std::min(m_current.low, value);
  m_current.high = std::max(m_current.high, value);
  finishSample();
}

void SignalActivity::skip() {
  ++m_current.missing;
  finishSample();
}

void SignalActivity::finishSample() {
  if (++m_current.samples < m_samplesPerSecond) return;
  m_seconds.push_back(std::exchange(m_current, {}));
  if (m_seconds.size() > m_span) m_seconds.pop_front();
}

double SignalActivity::peakToPeak() const {
  Second all;
  for (const auto& second : m_seconds) {
    all.low = std::min(all.low, second.low);
    all.high = std::max(all.high, second.high);
  }
  return std::max(0.0, all.high - all.low);
}

double SignalActivity::missingShare() const {
  std::size_t missing = 0;
  for (const auto& second : m_seconds) missing += second.missing;
  const auto samples = m_samplesPerSecond * m_seconds.size();
  return samples == 0 ? 1 : static_cast<double>(missing) / static_cast<double>(samples);
}

}  // namespace vitalwall::detectors
