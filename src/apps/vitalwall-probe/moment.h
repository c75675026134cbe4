// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock.h"

namespace vitalwall::probe {

/// When something arrived: on the wall for comparing with timestamps, steadily for intervals.
struct Moment {
  WallTime wall{};
  SteadyTime steady{};
};

/// The present moment of `clock`.
inline Moment momentOf(const Clock& clock) {
  return {clock.wallNow(), clock.steadyNow()};
}

}  // namespace vitalwall::probe
