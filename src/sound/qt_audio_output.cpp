// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/qt_audio_output.h"

#include <QAudioFormat>
#include <algorithm>
#include <utility>

#include "sound/annunciator.h"
#include "sound/burst_device.h"

namespace vitalwall::sound {
namespace {

/// A tone begins so late, and the thread may be kept waiting so long before there is a gap.
constexpr qint64 kBufferMillis = Annunciator::kOutputDelay.count();
constexpr std::size_t kFadeSamples = 480;

/// Qt's list of PulseAudio's devices outlives the server that it came from, and opening one that
/// the next server does not have never returns (Qt 6.4).
#ifdef Q_OS_LINUX
constexpr bool kListOutlivesServer = true;
#else
constexpr bool kListOutlivesServer = false;
#endif

QAudioFormat burstFormat(int sampleRate) {
  QAudioFormat format;
  format.setSampleRate(sampleRate);
  format.setChannelCount(1);
  format.setSampleFormat(QAudioFormat::Int16);
  return format;
}

/// The device in Qt's list; null if it is not there.
QAudioDevice deviceWith(const QByteArray& id) {
  const auto devices = QMediaDevices::audioOutputs();
  const auto found = std::find_if(devices.begin(), devices.end(),
                                  [&id](const QAudioDevice& device) { return device.id() == id; });
  return found == devices.end() ? QAudioDevice() : *found;
}

}  // namespace

QtAudioOutput::QtAudioOutput() : m_source(std::make_unique<BurstDevice>(kFadeSamples)) {
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
  const QAudioDevice device = deviceToOpen();
  if (m_isListStale && device.isNull()) return;
  closeSink();
  if (device.isNull()) {
    setHealth(m_device.isNull() ? OutputHealth::NoDevice : OutputHealth::DeviceLost);
    return;
  }
  m_device = device;
  compareNames();
  startSink();
}

void QtAudioOutput::noteDefault(const QByteArray& id) {
  m_default = id;
  compareNames();
}

void QtAudioOutput::compareNames() {
  if (!m_device.isNull() && m_device.id() == m_default) m_sharesNames = true;
}

QAudioDevice QtAudioOutput::deviceToOpen() const {
  return m_isListStale ? deviceWith(m_default) : QMediaDevices::defaultAudioOutput();
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
    m_sink->stop();  // a sink destroyed while it plays still pulls: libpulse aborts (Qt 6.4)
  }
  m_sink.reset();
  m_source->close();
}

void QtAudioOutput::noteDevices() {
  // Where nobody else tells what is there, a new list has to be believed.
  const bool isNewlyBelieved = !m_sharesNames && std::exchange(m_isListStale, false);
  // Also emitted when nothing but the state of a device is another, by our own opening it.
  if (isNewlyBelieved || !m_sink || deviceToOpen().id() != m_device.id()) Q_EMIT deviceChanged();
}

void QtAudioOutput::judgeSink(QAudio::State state) {
  const bool hasStopped = state == QAudio::StoppedState;
  if (hasStopped) m_isListStale = kListOutlivesServer;
  setHealth(hasStopped ? OutputHealth::Stalled : OutputHealth::Ok);
}

void QtAudioOutput::setHealth(OutputHealth health) {
  if (m_health == health) return;
  m_health = health;
  Q_EMIT healthChanged();
}

OutputHealth QtAudioOutput::health() const {
  // Qt 6.4 does not tell that a device is gone: its sink stays "active" for ever.
  if (m_sink && deviceWith(m_device.id()).isNull()) return OutputHealth::DeviceLost;
  return m_health;
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
