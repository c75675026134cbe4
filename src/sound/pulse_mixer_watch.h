// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimer>

#include "domain/clock.h"
#include "sound/mixer_watch.h"

namespace vitalwall::sound {

class PulseMixer;

/// The mixer of a PulseAudio server, or of PipeWire in its place. A server that goes is looked for
/// again; without one the state is Unknown. Failures are only logged: whether anything can be heard
/// is told by the output.
class PulseMixerWatch final : public MixerWatch {
  Q_OBJECT

 public:
  /// From a lost connection to the next attempt.
  static constexpr milliseconds kReconnect{1000};

  PulseMixerWatch();
  ~PulseMixerWatch() override;

  void start() override;

 Q_SIGNALS:
  /// From libpulse's thread to this one's.
  void mixerRead(const vitalwall::sound::MixerReading& reading);
  void connectionLost(const QString& reason);

 private:
  void noteReading(const MixerReading& reading);
  void noteLoss(const QString& reason);

  QTimer* m_retry;   ///< a child, goes along into another thread
  QString m_logged;  ///< why there is no connection, as it was logged last
  std::unique_ptr<PulseMixer> m_mixer;
};

}  // namespace vitalwall::sound
