// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <vector>

#include "sound/annunciator.h"
#include "sound/audio_output.h"
#include "sound/mixer_watch.h"
#include "sound/output_watch.h"

namespace vitalwall::sound {

/// The station's audible alarm signals: the annunciator decides, the output plays, and the way to
/// the loudspeaker is watched all the time. Lives in one thread with an event loop; in the station
/// that is SoundThread's, through which windows talk to it.
class AlarmSounder : public QObject {
  Q_OBJECT

 public:
  /// How often the way to the loudspeaker is looked at.
  static constexpr milliseconds kWatch{250};

  /// A device that takes nothing is opened anew so often.
  static constexpr milliseconds kReopen{2000};

  AlarmSounder(std::unique_ptr<AudioOutput> output, std::unique_ptr<MixerWatch> mixer,
               std::shared_ptr<const Clock> clock);

  /// As soundStateChanged() told it last.
  const SoundState& state() const { return m_told; }

 public Q_SLOTS:
  /// Opens the device and begins to watch it and the mixer: the self-test, which never ends.
  void start();

  /// All open alarms. Call at every change.
  void setAlarms(const std::vector<vitalwall::sound::AudibleAlarm>& alarms);
  /// The audio pause of the whole station; nullopt ends it.
  void setStationPause(const std::optional<vitalwall::TimedPause>& pause);
  /// All audio pauses of single patients that are in force.
  void setPatientPauses(const vitalwall::sound::PatientPauses& pauses);
  /// Settings that objectionTo() refuses change nothing.
  void setSettings(const vitalwall::sound::SoundSettings& settings);

 Q_SIGNALS:
  void soundStateChanged(const vitalwall::sound::SoundState& state);
  /// A sign of life, at least every kWatch.
  void alive();

 private:
  void act();
  void waitForNext(SteadyTime now);
  void watch();
  void noteMixer();
  void reopen();
  void noteHealth(OutputHealth health);
  void publish();

  AudioOutput* m_output;  ///< a child of this
  MixerWatch* m_mixer;    ///< a child of this
  std::shared_ptr<const Clock> m_clock;
  /// Made at the start: an alarm must not wait for them.
  std::map<Signal, std::vector<float>> m_bursts;
  Annunciator m_annunciator;
  OutputWatch m_watch;
  OutputHealth m_health = OutputHealth::Opening;
  QString m_problem;  ///< the sentence of m_health
  SoundState m_told;  ///< as it was emitted last
  SteadyTime m_opened{};
  QTimer* m_due;         ///< to the annunciator's next moment
  QTimer* m_watchTimer;  ///< every kWatch
};

}  // namespace vitalwall::sound
