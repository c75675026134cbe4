// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "sound/audible_alarm.h"
#include "sound/burst.h"
#include "sound/pause_book.h"
#include "sound/sound_settings.h"

namespace vitalwall::sound {

/// What is to be done with the loudspeaker now.
struct Cue {
  enum class Act : std::uint8_t { Nothing, Play, Stop };
  Act act = Act::Nothing;
  Signal signal = Signal::Reminder;  ///< of Play

  bool operator==(const Cue&) const = default;
};

/// Decides what sounds: one voice, that of the most urgent alarm which nobody has acknowledged and
/// no pause silences. Its burst is repeated as the settings say. A more urgent alarm interrupts the
/// burst of a less urgent one at once; a burst whose reason has gone is played on for at least what
/// the standard wants (BurstSpec::leastDuration). An alarm not heard before does not wait for the
/// repetition, only for the shortest interval between bursts. While a pause lasts, a reminder
/// sounds now and then. Knows no clock and no device: call advance() after every change and at
/// nextMoment(). One thread.
class Annunciator {
 public:
  /// Settings that objectionTo() refuses are ignored.
  void setSettings(const SoundSettings& settings);
  const SoundSettings& settings() const { return m_settings; }

  /// All open alarms.
  void setAlarms(std::vector<AudibleAlarm> alarms);
  void setStationPause(const std::optional<TimedPause>& pause, const Moment& now);
  void setPatientPauses(const PatientPauses& pauses, const Moment& now);

  /// What was played was not heard, the device was away: whatever has to sound begins at once.
  void forgetPlayed();

  /// What to do now. Never twice the same: a cue that was given counts as carried out.
  Cue advance(SteadyTime now);
  /// When advance() will have something to do if nothing changes; as of the last advance().
  std::optional<SteadyTime> nextMoment() const;

  /// Priority of the alarm that has the voice, also between its bursts; as of the last advance().
  std::optional<AlertPriority> voice() const { return m_voice; }
  /// End of the station's own pause, if it is in force.
  std::optional<WallTime> pausedUntil() const { return m_pauses.stationUntil(); }

 private:
  struct Burst {
    Signal signal;
    SteadyTime begin;
    SteadyTime end;
  };
  bool sounds(const AudibleAlarm& alarm) const;
  std::optional<AlertPriority> mostUrgent() const;
  bool isPlaying(SteadyTime now) const { return m_last && now < m_last->end; }
  bool isMoreUrgentThanLast(AlertPriority priority) const;
  bool hasUnheard(AlertPriority priority) const;
  void noteHeard(AlertPriority priority);

  Cue play(Signal signal, SteadyTime now);
  Cue goOn(SteadyTime now);
  Cue beginIfDue(SteadyTime now);
  std::optional<SteadyTime> voiceDue(AlertPriority priority) const;
  std::optional<SteadyTime> reminderDue() const;
  std::optional<milliseconds> interval(AlertPriority priority) const;

  SoundSettings m_settings;
  std::vector<AudibleAlarm> m_alarms;
  PauseBook m_pauses;
  std::optional<AlertPriority> m_voice;
  std::optional<Burst> m_last;      ///< the burst that plays, or the last one
  std::optional<SteadyTime> m_cut;  ///< when to stop the burst that plays: nobody needs it
  /// Of every open alarm: the priority with which it has sounded, if it has.
  std::map<AlertId, std::optional<AlertPriority>> m_heard;
  SteadyTime m_now{};  ///< of the last advance()
};

}  // namespace vitalwall::sound
