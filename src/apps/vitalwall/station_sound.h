// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "models/ward.h"
#include "sound/sound_thread.h"

namespace vitalwall::station {

/// The station's alarm sound: tells it the ward's open alarms and pauses, and the ward what keeps
/// the station from being heard. GUI thread.
class StationSound : public QObject {
  Q_OBJECT

 public:
  /// `ward` must outlive this.
  StationSound(models::Ward& ward, std::unique_ptr<sound::AudioOutput> output,
               std::unique_ptr<sound::MixerWatch> mixer, std::shared_ptr<const Clock> clock);

 private:
  void tellAlarms();
  void tellPauses();

  models::Ward& m_ward;
  sound::SoundThread m_sound;
  QTimer m_alarmsChanged;  ///< many changes of one moment are told once
};

}  // namespace vitalwall::station
