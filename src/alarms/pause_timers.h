// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "domain/alarm_settings.h"

namespace vitalwall::alarms {

/// Ends timed pauses on the clock that never jumps; the wall times of a TimedPause are for people.
class PauseTimers {
 public:
  /// Follows `settings`: a pause that is new or changed runs from now on, as long as its wall times
  /// say, but never longer than it was meant to be.
  void follow(const AlarmSettings& settings, Moment now);

  /// `settings` without the pauses that are over.
  AlarmSettings withoutOver(AlarmSettings settings, SteadyTime now) const;

 private:
  struct Timer {
    std::optional<TimedPause> pause;
    SteadyTime end{};

    void follow(const std::optional<TimedPause>& newest, Moment now);
    bool isOver(SteadyTime now) const { return pause && now >= end; }
  };

  Timer m_audio;
  Timer m_alarms;
};

}  // namespace vitalwall::alarms
