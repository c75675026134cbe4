// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pulse_mixer.h"

#include <pulse/pulseaudio.h>

#include <QCoreApplication>
#include <utility>

namespace vitalwall::sound {
namespace {

PulseMixer& mixerOf(void* userData) {
  return *static_cast<PulseMixer*>(userData);
}

double partOf(const pa_cvolume& volume) {
  return static_cast<double>(pa_cvolume_max(&volume)) / PA_VOLUME_NORM;
}

MixerSink toSink(const pa_sink_info& info) {
  return {.index = info.index,
          .name = info.name,
          .isMuted = info.mute != 0,
          .volume = partOf(info.volume),
          .isFlat = (info.flags & PA_SINK_FLAT_VOLUME) != 0};
}

MixerStream toStream(const pa_sink_input_info& info) {
  return {.sink = info.sink,
          .isMuted = info.mute != 0,
          .volume = info.has_volume != 0 ? partOf(info.volume) : 1};
}

bool isOurs(const pa_sink_input_info& info) {
  return QCoreApplication::applicationPid() ==
         QByteArray(pa_proplist_gets(info.proplist, PA_PROP_APPLICATION_PROCESS_ID)).toLongLong();
}

}  // namespace

PulseMixer::PulseMixer(Listener listener)
    : m_listener(std::move(listener)),
      m_connection("Vitalwall mixer watch",
                   {[this](pa_context& context) { begin(context); }, m_listener.lost}) {}

void PulseMixer::begin(pa_context& context) {
  m_context = &context;
  subscribe();
}

void PulseMixer::subscribe() {
  const auto note = [](pa_context*, pa_subscription_event_type_t, std::uint32_t, void* self) {
    mixerOf(self).readMixer();
  };
  constexpr auto kAll = static_cast<pa_subscription_mask_t>(
      PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SINK_INPUT | PA_SUBSCRIPTION_MASK_SERVER);
  pa_context_set_subscribe_callback(m_context, note, this);
  letRun(pa_context_subscribe(m_context, kAll, nullptr, nullptr));
  readMixer();
}

void PulseMixer::readMixer() {
  m_hasChanged = m_missingReplies > 0;
  if (m_hasChanged) return;
  m_missingReplies = 3;
  askForSinks();
  askForStreams();
  askForDefault();
}

void PulseMixer::askForSinks() {
  const auto note = [](pa_context*, const pa_sink_info* info, int end, void* self) {
    if (end != 0) return mixerOf(self).noteReply();
    mixerOf(self).m_reading.sinks.push_back(toSink(*info));
  };
  letRun(pa_context_get_sink_info_list(m_context, note, this));
}

void PulseMixer::askForStreams() {
  const auto note = [](pa_context*, const pa_sink_input_info* info, int end, void* self) {
    if (end != 0) return mixerOf(self).noteReply();
    if (isOurs(*info)) mixerOf(self).m_reading.stream = toStream(*info);
  };
  letRun(pa_context_get_sink_input_info_list(m_context, note, this));
}

void PulseMixer::askForDefault() {
  const auto note = [](pa_context*, const pa_server_info* info, void* self) {
    if (info && info->default_sink_name)
      mixerOf(self).m_reading.defaultSink = info->default_sink_name;
    mixerOf(self).noteReply();
  };
  letRun(pa_context_get_server_info(m_context, note, this));
}

void PulseMixer::noteReply() {
  if (--m_missingReplies > 0) return;
  m_listener.read(std::exchange(m_reading, {}));
  if (m_hasChanged) readMixer();
}

}  // namespace vitalwall::sound
