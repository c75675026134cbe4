// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock.h"

namespace vitalwall::probe {

/// Begin of every invented stream: 1 January 2026, and any steady time.
inline const Moment kStart{.steady = SteadyTime(std::chrono::hours(1)),
                           .wall = WallTime(std::chrono::milliseconds(1'767'225'600'000))};

/// `kStart` and so much later, on both clocks.
inline Moment after(milliseconds elapsed) {
  return {.steady = kStart.steady + elapsed, .wall = kStart.wall + elapsed};
}

}  // namespace vitalwall::probe
