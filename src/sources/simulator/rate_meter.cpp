// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/rate_meter.h"

#include <algorithm>

namespace vitalwall::sources {

void RateMeter::onEvent(Tick at) {
  if (m_count > 0 && at - eventBack(0) > m_silence) m_count = 0;  // a pause is not an interval
  m_times[m_next] = at;
  m_next = (m_next + 1) % kKept;
  m_count = std::min(m_count + 1, kKept);
}

std::optional<double> RateMeter::perMinute(Tick now) const {
  if (m_count == 0) return std::nullopt;
  const Tick newest = eventBack(0);
  if (now - newest > m_silence) return 0;
  std::size_t intervals = 0;
  while (intervals + 1 < m_count && newest - eventBack(intervals + 1) <= m_window) ++intervals;
  if (intervals == 0) return std::nullopt;
  return 60 * static_cast<double>(intervals) / toSeconds(newest - eventBack(intervals));
}

}  // namespace vitalwall::sources
