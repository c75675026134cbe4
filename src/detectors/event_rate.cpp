// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/event_rate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitalwall::detectors {
namespace {

constexpr double kRegularShare = 0.2;  // of the median interval

}  // namespace

void EventRate::add(double seconds) {
  if (m_lastEvent && seconds <= *m_lastEvent) return;
  if (m_lastEvent && seconds - *m_lastEvent > m_rules.longest) m_intervals.clear();
  if (m_last && seconds - *m_last <= m_rules.longest) m_intervals.push_back(seconds - *m_last);
  if (m_intervals.size() > m_rules.intervals) m_intervals.pop_front();
  m_last = m_lastEvent = seconds;
}

bool EventRate::isRunning(double now) const {
  return m_intervals.size() >= m_rules.needed && now - *m_lastEvent <= m_rules.longest;
}

std::optional<double> EventRate::perMinute(double now) const {
  if (!isRunning(now)) return std::nullopt;
  const double sum = std::accumulate(m_intervals.begin(), m_intervals.end(), 0.0);
  return 60 * static_cast<double>(m_intervals.size()) / sum;
}

std::optional<double> EventRate::typicalPerMinute(double now) const {
  if (!isRunning(now)) return std::nullopt;
  const auto regular = regularIntervals();
  const double sum = std::accumulate(regular.begin(), regular.end(), 0.0);
  return 60 * static_cast<double>(regular.size()) / sum;
}

std::vector<double> EventRate::regularIntervals() const {
  std::vector<double> intervals(m_intervals.begin(), m_intervals.end());
  if (intervals.empty()) return intervals;
  const auto middle = intervals.begin() + static_cast<std::ptrdiff_t>(intervals.size() / 2);
  std::nth_element(intervals.begin(), middle, intervals.end());
  std::erase_if(intervals, [median = *middle](double interval) {
    return std::abs(interval - median) > kRegularShare * median;
  });
  return intervals;
}

double EventRate::regularity() const {
  if (m_intervals.empty()) return 0;
  return static_cast<double>(regularIntervals().size()) / static_cast<double>(m_intervals.size());
}

}  // namespace vitalwall::detectors
