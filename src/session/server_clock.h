// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "domain/link_figures.h"

namespace vitalwall::session {

/// What the server's clock shows, as far as can be known from here: a stamp that came back r after
/// the question was made at most r/2 before or after the middle (NTP's argument, RFC 5905 section
/// 8). The shortest round trip of the last one to two minutes tells best. Independent of the
/// station's own wall clock. Value; not thread-safe.
class ServerClock {
 public:
  /// A question of `sentAt` was stamped `stamp` by the server and is answered at `answeredAt`.
  void observe(SteadyTime sentAt, SteadyTime answeredAt, WallTime stamp);

  /// How long before `now` the server's clock showed `stamp`; negative if it is still to come.
  std::optional<microseconds> since(WallTime stamp, SteadyTime now) const;

  /// The earliest moment at which the server's clock can have shown `stamp`, which arrived `now`;
  /// nullopt if that cannot be known, or if the stamp lies ahead: the clock has been set.
  std::optional<SteadyTime> earliest(WallTime stamp, SteadyTime now) const;

  /// Against a wall clock that shows `wallNow` at `now`.
  std::optional<ClockOffset> offset(SteadyTime now, WallTime wallNow) const;

  /// Another server.
  void reset() { m_current = m_previous = std::nullopt; }

 private:
  struct Estimate {
    SteadyTime madeAt{};
    microseconds difference{};  ///< wall time of the server minus steady time of the station
    microseconds error{};
  };

  const std::optional<Estimate>& best() const;
  static bool contradict(const Estimate& one, const Estimate& other);

  SteadyTime m_begin{};  ///< of the current minute
  std::optional<Estimate> m_current;
  std::optional<Estimate> m_previous;
};

}  // namespace vitalwall::session
