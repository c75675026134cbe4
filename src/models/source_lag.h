// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "domain/clock.h"

namespace vitalwall::models {

/// Tells how old data already was when it arrived, without trusting that the clocks of server and
/// station agree: the smallest difference seen lately between arrival and source time is the
/// clocks' difference plus the fastest way here; what exceeds it is age. So a server that repeats
/// the last word of a silent bed cannot make it look alive. GUI thread.
class SourceLag {
 public:
  /// Notes data of `sourceTime` that arrived at `arrival` and returns its age at arrival, never
  /// negative. Data without a source time (0) counts as new.
  milliseconds observe(WallTime sourceTime, SteadyTime arrival);

  /// Forgets the clocks' difference: another server, or the same one with its clock set back.
  void reset();

 private:
  /// A minute of the smallest difference; two are kept so that drifting clocks are followed.
  struct Window {
    SteadyTime begin{};
    milliseconds smallest{};
  };
  void note(milliseconds difference, SteadyTime arrival);
  milliseconds smallest() const;

  WallTime m_newestSource{};
  std::optional<Window> m_current;
  std::optional<Window> m_previous;
};

}  // namespace vitalwall::models
