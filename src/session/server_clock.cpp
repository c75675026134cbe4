// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/server_clock.h"

namespace vitalwall::session {

namespace {
using std::chrono::ceil;
using std::chrono::floor;
using std::chrono::round;

constexpr std::chrono::minutes kEstimateLife{1};
/// A stamp is cut off to the millisecond: half of one later, and half of one unsure.
constexpr microseconds kHalfStamp{500};

microseconds micros(SteadyTime time) {
  return floor<microseconds>(time.time_since_epoch());
}
}  // namespace

void ServerClock::observe(SteadyTime sentAt, SteadyTime answeredAt, WallTime stamp) {
  const auto half = ceil<microseconds>((answeredAt - sentAt) / 2);
  const Estimate estimate{answeredAt, stamp.time_since_epoch() + kHalfStamp - micros(sentAt + half),
                          half + kHalfStamp};
  if (best() && contradict(*best(), estimate)) reset();  // somebody has set the server's clock
  if (!m_current || answeredAt - m_begin >= kEstimateLife) {
    m_previous = m_current;
    m_current = estimate;
    m_begin = answeredAt;
  } else if (estimate.error <= m_current->error) {
    m_current = estimate;
  }
}

std::optional<microseconds> ServerClock::since(WallTime stamp, SteadyTime now) const {
  if (!best()) return std::nullopt;
  return micros(now) + best()->difference - stamp.time_since_epoch();
}

std::optional<SteadyTime> ServerClock::earliest(WallTime stamp, SteadyTime now) const {
  const auto age = since(stamp, now);
  if (!age || *age + best()->error < -kHalfStamp) return std::nullopt;
  return now - std::max(*age + best()->error, microseconds::zero());
}

std::optional<ClockOffset> ServerClock::offset(SteadyTime now, WallTime wallNow) const {
  const auto ahead = since(wallNow, now);
  if (!ahead) return std::nullopt;
  return ClockOffset{round<milliseconds>(*ahead), ceil<milliseconds>(best()->error)};
}

const std::optional<ServerClock::Estimate>& ServerClock::best() const {
  const bool isOlderBetter = m_previous && m_current && m_previous->error < m_current->error;
  return isOlderBetter ? m_previous : m_current;
}

/// Whether no clock that only drifts could have made both: 100 millionths are a bad clock.
bool ServerClock::contradict(const Estimate& one, const Estimate& other) {
  const auto drift = floor<microseconds>((other.madeAt - one.madeAt) / 10'000);
  const auto apart = std::chrono::abs(one.difference - other.difference);
  return apart > one.error + other.error + drift;
}

}  // namespace vitalwall::session
