// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pulse_mixer_watch.h"

#include "sound/pulse_mixer.h"
#include "sound/sound_log.h"

namespace vitalwall::sound {

PulseMixerWatch::PulseMixerWatch() : m_retry(new QTimer(this)) {
  m_retry->setSingleShot(true);
  m_retry->setInterval(kReconnect);
  connect(m_retry, &QTimer::timeout, this, &PulseMixerWatch::start);
  connect(this, &PulseMixerWatch::mixerRead, this, &PulseMixerWatch::noteReading,
          Qt::QueuedConnection);
  connect(this, &PulseMixerWatch::connectionLost, this, &PulseMixerWatch::noteLoss,
          Qt::QueuedConnection);
}

PulseMixerWatch::~PulseMixerWatch() = default;

void PulseMixerWatch::start() {
  // Signals, since they cross from libpulse's thread into this one's.
  m_mixer = std::make_unique<PulseMixer>(PulseMixer::Listener{
      .read = [this](const MixerReading& reading) { Q_EMIT mixerRead(reading); },
      .lost = [this](const QString& reason) { Q_EMIT connectionLost(reason); }});
}

void PulseMixerWatch::noteReading(const MixerReading& reading) {
  m_logged.clear();
  note(judge(reading), QByteArray::fromStdString(defaultSinkOf(reading)));
}

void PulseMixerWatch::noteLoss(const QString& reason) {
  if (reason != m_logged) qCInfo(lcSound) << "The sound server's mixer cannot be read:" << reason;
  m_logged = reason;
  note(MixerState::Unknown, {});
  m_retry->start();
}

std::unique_ptr<MixerWatch> makeMixerWatch() {
  return std::make_unique<PulseMixerWatch>();
}

}  // namespace vitalwall::sound
