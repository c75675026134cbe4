// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pulse_mixer_watch.h"

#include <utility>

#include "sound/pulse_connection.h"
#include "sound/sound_log.h"

namespace vitalwall::sound {

PulseMixerWatch::PulseMixerWatch() : m_retry(new QTimer(this)) {
  m_retry->setSingleShot(true);
  m_retry->setInterval(kReconnect);
  connect(m_retry, &QTimer::timeout, this, &PulseMixerWatch::start);
}

PulseMixerWatch::~PulseMixerWatch() = default;

void PulseMixerWatch::start() {
  const auto here = [this](auto function) {
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
  };
  m_connection = std::make_unique<PulseConnection>(PulseConnection::Listener{
      .read =
          [this, here](MixerReading reading) {
            here([this, reading = std::move(reading)] { noteReading(reading); });
          },
      .lost =
          [this, here](QString reason) {
            here([this, reason = std::move(reason)] { noteLoss(reason); });
          }});
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
