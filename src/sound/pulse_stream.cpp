// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pulse_stream.h"

#include <pulse/pulseaudio.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "sound/annunciator.h"
#include "sound/sound_log.h"

namespace vitalwall::sound {
namespace {

constexpr pa_sample_spec kFormat{
    .format = PA_SAMPLE_FLOAT32NE, .rate = PulseStream::kSampleRate, .channels = 1};
constexpr auto kServerDecides = static_cast<std::uint32_t>(-1);

/// What PulseAudio and PipeWire put in the place of an output when there is none: it takes samples
/// and nobody hears them.
constexpr auto kDummyOutput = "auto_null";

/// A tone begins so late, and the thread may be kept waiting so long before there is a gap.
pa_buffer_attr bufferAttributes() {
  return {.maxlength = kServerDecides,
          .tlength = static_cast<std::uint32_t>(pa_usec_to_bytes(
              std::chrono::microseconds(Annunciator::kOutputDelay).count(), &kFormat)),
          .prebuf = kServerDecides,
          .minreq = kServerDecides,
          .fragsize = kServerDecides};
}

PulseStream& streamOf(void* userData) {
  return *static_cast<PulseStream*>(userData);
}

}  // namespace

void PulseStream::Free::operator()(pa_stream* stream) const {
  pa_stream_set_state_callback(stream, nullptr, nullptr);
  pa_stream_disconnect(stream);
  pa_stream_unref(stream);
}

PulseStream::PulseStream(QByteArray output, std::atomic<quint64>& consumed,
                         std::function<void()> changed)
    : m_wanted(std::move(output)),
      m_consumed(consumed),
      m_changed(std::move(changed)),
      m_player(SamplePlayer::kFade),
      m_connection("Vitalwall", {[this](pa_context& context) { begin(context); },
                                 [this](const QString& reason) {
                                   qCInfo(lcSound) << "The sound server is gone:" << reason;
                                   setHealth(OutputHealth::Stalled);
                                 }}) {}

PulseStream::~PulseStream() {
  m_connection.stop();
  m_stream.reset();
}

void PulseStream::play(std::vector<float> samples) {
  const std::lock_guard guard(m_connection);
  m_player.begin(std::move(samples));
}

void PulseStream::setVolume(double volume) {
  const std::lock_guard guard(m_connection);
  m_volume = static_cast<float>(volume);
}

QByteArray PulseStream::output() {
  const std::lock_guard guard(m_connection);
  return m_output;
}

QString PulseStream::device() {
  const std::lock_guard guard(m_connection);
  return m_device;
}

void PulseStream::begin(pa_context& context) {
  m_stream.reset(pa_stream_new(&context, "Alarm", &kFormat, nullptr));
  pa_stream_set_state_callback(
      m_stream.get(), [](pa_stream*, void* self) { streamOf(self).noteState(); }, this);
  pa_stream_set_moved_callback(
      m_stream.get(), [](pa_stream*, void* self) { streamOf(self).notePlace(); }, this);
  pa_stream_set_write_callback(
      m_stream.get(),
      [](pa_stream*, std::size_t bytes, void* self) { streamOf(self).write(bytes); }, this);
  const auto buffer = bufferAttributes();
  pa_stream_connect_playback(m_stream.get(), m_wanted.isEmpty() ? nullptr : m_wanted.constData(),
                             &buffer, PA_STREAM_ADJUST_LATENCY, nullptr, nullptr);
}

void PulseStream::noteState() {
  const auto state = pa_stream_get_state(m_stream.get());
  if (state == PA_STREAM_READY)
    notePlace();
  else if (state == PA_STREAM_FAILED)
    setHealth(OutputHealth::NoDevice);
}

void PulseStream::notePlace() {
  m_output = pa_stream_get_device_name(m_stream.get());
  if (m_output == kDummyOutput) return setHealth(OutputHealth::NoDevice);
  const auto note = [](pa_context*, const pa_sink_info* info, int end, void* self) {
    if (end != 0) return;
    streamOf(self).m_device = QString::fromUtf8(info->description);
    streamOf(self).m_changed();
  };
  letRun(pa_context_get_sink_info_by_name(pa_stream_get_context(m_stream.get()), m_output, note,
                                          this));
  setHealth(OutputHealth::Ok);
}

void PulseStream::write(std::size_t bytes) {
  while (bytes >= sizeof(float)) {
    void* data = nullptr;
    std::size_t room = bytes;
    if (pa_stream_begin_write(m_stream.get(), &data, &room) < 0 || !data) return;
    const auto filled = fill(data, std::min(room, bytes));
    if (pa_stream_write(m_stream.get(), data, filled, nullptr, 0, PA_SEEK_RELATIVE) < 0) return;
    bytes -= filled;
  }
}

std::size_t PulseStream::fill(void* data, std::size_t bytes) {
  const std::span samples(static_cast<float*>(data), bytes / sizeof(float));
  m_player.fill(samples);
  for (float& sample : samples) sample *= m_volume;
  m_consumed += samples.size();
  return samples.size_bytes();
}

void PulseStream::setHealth(OutputHealth health) {
  if (m_health.exchange(health) != health) m_changed();
}

}  // namespace vitalwall::sound
