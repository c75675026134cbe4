// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/qt_audio_output.h"

#include <QAudioFormat>
#include <utility>

#include "sound/annunciator.h"
#include "sound/burst_device.h"

namespace vitalwall::sound {
namespace {

/// A tone begins so late, and the thread may be kept waiting so long before there is a gap.
constexpr qint64 kBufferMillis = Annunciator::kOutputDelay.count();

QAudioFormat burstFormat(int sampleRate) {
  QAudioFormat format;
  format.setSampleRate(sampleRate);
  format.setChannelCount(1);
  format.setSampleFormat(QAudioFormat::Int16);
  return format;
}

}  // namespace

QtAudioOutput::QtAudioOutput() : m_source(std::make_unique<BurstDevice>(SamplePlayer::kFade)) {
  m_source->setParent(this);  // goes along into another thread
}

QtAudioOutput::~QtAudioOutput() {
  closeSink();
}

void QtAudioOutput::open() {
  if (!m_devices) {
    m_devices = std::make_unique<QMediaDevices>();
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this,
            &QtAudioOutput::noteDevices);
  }
  closeSink();
  const QAudioDevice device = QMediaDevices::defaultAudioOutput();
  if (device.isNull()) {
    setHealth(m_device.isNull() ? OutputHealth::NoDevice : OutputHealth::DeviceLost);
    return;
  }
  m_device = device;
  startSink();
}

void QtAudioOutput::startSink() {
  m_sink = std::make_unique<QAudioSink>(m_device, burstFormat(kSampleRate));
  m_sink->setBufferSize(m_sink->format().bytesForDuration(kBufferMillis * 1000));
  m_sink->setVolume(m_volume);
  m_source->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
  m_sink->start(m_source.get());
  connect(m_sink.get(), &QAudioSink::stateChanged, this, &QtAudioOutput::judgeSink);
  judgeSink(m_sink->state());
}

void QtAudioOutput::closeSink() {
  if (m_sink) {
    m_sink->disconnect(this);
    m_sink->stop();  // one destroyed while it plays still pulls (Qt 6.4)
  }
  m_sink.reset();
  m_source->close();
}

void QtAudioOutput::noteDevices() {
  // Also emitted when nothing but the state of a device is another, by our own opening it.
  if (!m_sink || QMediaDevices::defaultAudioOutput() != m_device) Q_EMIT deviceChanged();
}

void QtAudioOutput::judgeSink(QAudio::State state) {
  setHealth(state == QAudio::StoppedState ? OutputHealth::Stalled : OutputHealth::Ok);
}

void QtAudioOutput::setHealth(OutputHealth health) {
  if (m_health == health) return;
  m_health = health;
  Q_EMIT healthChanged();
}

void QtAudioOutput::play(std::vector<float> samples) {
  m_source->player().begin(std::move(samples));
}

void QtAudioOutput::stop() {
  m_source->player().stop();
}

void QtAudioOutput::setVolume(double volume) {
  m_volume = volume;
  if (m_sink) m_sink->setVolume(volume);
}

quint64 QtAudioOutput::consumed() const {
  return m_source->consumed();
}

}  // namespace vitalwall::sound
