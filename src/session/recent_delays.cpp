// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recent_delays.h"

#include <utility>

namespace vitalwall::session {

namespace {
constexpr std::chrono::minutes kWindow{1};
}  // namespace

void RecentDelays::add(microseconds delay, SteadyTime now) {
  turn(now);
  m_current.add(delay);
}

DelayFigures RecentDelays::figures(SteadyTime now) {
  turn(now);
  auto both = m_previous;
  both.merge(m_current);
  constexpr microseconds kNone{0};
  return {.count = both.count(),
          .p50 = both.percentile(0.5).value_or(kNone),
          .p99 = both.percentile(0.99).value_or(kNone),
          .longest = both.longest()};
}

void RecentDelays::turn(SteadyTime now) {
  if (now - m_begin < kWindow) return;
  const bool isNeighbour = now - m_begin < 2 * kWindow;
  m_previous = std::exchange(m_current, {});
  if (!isNeighbour) m_previous = {};
  m_begin = now;
}

}  // namespace vitalwall::session
