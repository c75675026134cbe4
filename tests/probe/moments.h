// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/vitalwall-probe/moment.h"

namespace vitalwall::probe {

/// Begin of every invented stream: 1 January 2026, and any steady time.
inline const Moment kStart{WallTime(std::chrono::milliseconds(1'767'225'600'000)),
                           SteadyTime(std::chrono::hours(1))};

/// `kStart` and so much later, on both clocks.
inline Moment after(milliseconds elapsed) {
  return {kStart.wall + elapsed, kStart.steady + elapsed};
}

}  // namespace vitalwall::probe
