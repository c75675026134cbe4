// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert.h"
#include "domain/clock.h"

namespace vitalwall::ui {

/// The moment that a frame shows; all tiles flash by it, so they flash together.
using FrameTime = SteadyTime;

/// Which priorities are in the bright half of their flashing (IEC 60601-1-8: high 1.4 to 2.8 Hz,
/// medium 0.4 to 0.8 Hz, low constant; duty 20 to 60 %). Here 2 Hz and 0.6 Hz at 50 %.
struct FlashPhase {
  bool high = true;
  bool medium = true;

  static FlashPhase at(FrameTime time);

  bool isBright(AlertPriority priority) const {
    return priority == AlertPriority::High     ? high
           : priority == AlertPriority::Medium ? medium
                                               : true;
  }
  bool operator==(const FlashPhase&) const = default;
};

}  // namespace vitalwall::ui
