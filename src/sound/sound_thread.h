// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <atomic>
#include <memory>
#include <vector>

#include "sound/audible_alarm.h"
#include "sound/audio_output.h"
#include "sound/mixer_watch.h"
#include "sound/sound_settings.h"
#include "sound/sound_state.h"

namespace vitalwall::sound {

class AlarmSounder;

/// The alarm sounder in a thread of its own, as the windows see it. Its own thread for two reasons:
/// an alarm must go on sounding when the windows hang, and Qt's audio calls may block while the
/// system's sound server does not answer, which must not stop the windows. The thread is watched
/// from here: if it gives no sign of life for kPatience, that is a problem in words too.
/// All methods and signals: the thread that owns it.
class SoundThread : public QObject {
  Q_OBJECT

 public:
  /// Opening a device takes a while on a busy machine, but not so long.
  static constexpr milliseconds kPatience{4000};

  /// Takes `output` and `mixer`, which must not have parents; they are opened in the new thread.
  SoundThread(std::unique_ptr<AudioOutput> output, std::unique_ptr<MixerWatch> mixer,
              std::shared_ptr<const Clock> clock, QObject* parent = nullptr);
  /// Ends the sound and the thread. A thread that hangs is left behind: the program can still end.
  ~SoundThread() override;

  /// The newest that is known.
  const SoundState& state() const { return m_state; }

  /// All open alarms of the station; call at every change.
  void setAlarms(std::vector<AudibleAlarm> alarms);
  /// The station's own audio pause; nullopt ends it.
  void setStationPause(std::optional<TimedPause> pause);
  /// All patients' audio pauses that are in force (AlarmSettings::audioPaused).
  void setPatientPauses(PatientPauses pauses);
  /// Check with objectionTo() first: refused settings change nothing.
  void setSettings(const SoundSettings& settings);

 Q_SIGNALS:
  void soundStateChanged(const vitalwall::sound::SoundState& state);

 private:
  using SignOfLife = std::atomic<SteadyTime>;

  void judge();
  void show(const SoundState& state);

  std::shared_ptr<const Clock> m_clock;
  std::shared_ptr<SignOfLife> m_lastSign;
  std::unique_ptr<QThread> m_thread;
  AlarmSounder* m_sounder;  ///< deleted in its own thread when that ends
  SoundState m_reported;    ///< as the sounder told it last
  SoundState m_state;       ///< as told to the owner
  QTimer m_judge;
};

}  // namespace vitalwall::sound
