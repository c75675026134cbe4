// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/pause_timers.h"

#include <algorithm>

namespace vitalwall::alarms {

void PauseTimers::follow(const AlarmSettings& settings, Moment now) {
  m_audio.follow(settings.audioPaused, now);
  m_alarms.follow(settings.alarmsPaused, now);
}

AlarmSettings PauseTimers::withoutOver(AlarmSettings settings, SteadyTime now) const {
  if (m_audio.isOver(now)) settings.audioPaused.reset();
  if (m_alarms.isOver(now)) settings.alarmsPaused.reset();
  return settings;
}

void PauseTimers::Timer::follow(const std::optional<TimedPause>& newest, Moment now) {
  if (pause == newest) return;
  pause = newest;
  if (!pause) return;
  const milliseconds whole = pause->until - pause->at;
  end = now.steady + std::min<milliseconds>(pause->until - now.wall, whole);
}

}  // namespace vitalwall::alarms
