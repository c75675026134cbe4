// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pulse_audio_output.h"

#include <utility>

#include "sound/pulse_stream.h"

namespace vitalwall::sound {

PulseAudioOutput::PulseAudioOutput() {
  connect(this, &PulseAudioOutput::streamChanged, this, &PulseAudioOutput::noteDevice,
          Qt::QueuedConnection);
}

PulseAudioOutput::~PulseAudioOutput() = default;

void PulseAudioOutput::open() {
  m_stream = nullptr;  // never two at once
  m_stream =
      std::make_unique<PulseStream>(m_default, m_consumed, [this] { Q_EMIT streamChanged(); });
  m_stream->setVolume(m_volume);
}

void PulseAudioOutput::noteDefault(const QByteArray& id) {
  if (std::exchange(m_default, id) == id || id.isEmpty() || !m_stream) return;
  const bool isPlayingThere = health() == OutputHealth::Ok && m_stream->output() == id;
  if (!isPlayingThere) Q_EMIT deviceChanged();
}

double PulseAudioOutput::sampleRate() const {
  return PulseStream::kSampleRate;
}

void PulseAudioOutput::play(std::vector<float> samples) {
  if (m_stream) m_stream->play(std::move(samples));
}

void PulseAudioOutput::stop() {
  play({});
}

void PulseAudioOutput::setVolume(double volume) {
  m_volume = volume;
  if (m_stream) m_stream->setVolume(volume);
}

OutputHealth PulseAudioOutput::health() const {
  if (!m_stream) return OutputHealth::Opening;
  const auto health = m_stream->health();
  if (isDeviceSound(health)) return health;
  if (m_device.isEmpty()) return OutputHealth::NoDevice;
  return health == OutputHealth::NoDevice ? OutputHealth::DeviceLost : health;
}

QString PulseAudioOutput::deviceName() const {
  return m_device;
}

void PulseAudioOutput::noteDevice() {
  if (const auto device = m_stream->device(); !device.isEmpty()) m_device = device;
  Q_EMIT healthChanged();
}

std::unique_ptr<AudioOutput> makeAudioOutput() {
  return std::make_unique<PulseAudioOutput>();
}

}  // namespace vitalwall::sound
