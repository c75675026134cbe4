// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delay_histogram.h"
#include "domain/link_figures.h"

namespace vitalwall::session {

/// The delays of the last one to two minutes, in a fixed amount of memory. Value; not thread-safe.
class RecentDelays {
 public:
  /// `now` must not go back.
  void add(microseconds delay, SteadyTime now);

  /// Delays that are older than two minutes are forgotten.
  DelayFigures figures(SteadyTime now);

 private:
  void turn(SteadyTime now);

  SteadyTime m_begin{};  ///< of the current minute
  DelayHistogram m_current;
  DelayHistogram m_previous;
};

}  // namespace vitalwall::session
