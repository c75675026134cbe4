// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "sound/audible_alarm.h"

namespace vitalwall::sound {

/// The audio pauses in force and what they silence. A pause silences what was there when it began
/// and everything not more urgent than that; a more urgent alarm breaks through (the rule of
/// Draeger's monitors). An alarm that somebody had acknowledged does not count: it was silent
/// before and must not muffle others. One thread.
class PauseBook {
 public:
  /// Pauses are given by wall time and measured by monotonic time from now on; never longer than
  /// their own length, so that a server's clock that is ahead cannot prolong them. A pause equal to
  /// the known one changes nothing; another one begins anew with `alarms`.
  void setStation(const std::optional<TimedPause>& pause, const std::vector<AudibleAlarm>& alarms,
                  const Moment& now);
  void setPatients(const PatientPauses& pauses, const std::vector<AudibleAlarm>& alarms,
                   const Moment& now);

  /// An alarm heard of only now. If its patient's pause began after it was raised, it belongs to
  /// what was there.
  void noteArrival(const AudibleAlarm& alarm);

  /// Drops the pauses that are over.
  void advance(SteadyTime now);

  bool silences(const AudibleAlarm& alarm) const;
  /// Since when there has always been a pause; nullopt without one.
  std::optional<SteadyTime> silentSince() const { return m_silentSince; }
  /// When the next pause ends.
  std::optional<SteadyTime> nextEnd() const;
  /// The station's own pause, if it is in force.
  std::optional<WallTime> stationUntil() const;

 private:
  struct Entry {
    TimedPause pause;
    SteadyTime until;
    std::optional<AlertPriority> loudest;  ///< of what was there when it began

    bool silences(AlertPriority priority) const { return loudest && priority >= *loudest; }
    void include(AlertPriority priority);
  };
  static Entry begin(const TimedPause& pause, const Moment& now);
  void noteSilence(SteadyTime now);

  std::optional<Entry> m_station;
  std::map<PatientId, Entry> m_patients;
  std::optional<SteadyTime> m_silentSince;
};

}  // namespace vitalwall::sound
