// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pulse_connection.h"

#include <pulse/pulseaudio.h>

#include <QCoreApplication>
#include <utility>

namespace vitalwall::sound {
namespace {

/// The answer comes to a callback; of the operation itself nothing is needed.
void letRun(pa_operation* operation) {
  if (operation) pa_operation_unref(operation);
}

PulseConnection& connectionOf(void* userData) {
  return *static_cast<PulseConnection*>(userData);
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

void PulseConnection::Free::operator()(pa_threaded_mainloop* loop) const {
  pa_threaded_mainloop_free(loop);
}

void PulseConnection::Free::operator()(pa_context* context) const {
  pa_context_set_state_callback(context, nullptr, nullptr);
  pa_context_disconnect(context);
  pa_context_unref(context);
}

PulseConnection::PulseConnection(Listener listener)
    : m_listener(std::move(listener)), m_loop(pa_threaded_mainloop_new()) {
  if (!m_loop || !startThread()) m_listener.lost(QStringLiteral("libpulse has no thread"));
}

PulseConnection::~PulseConnection() {
  if (m_loop) pa_threaded_mainloop_stop(m_loop.get());
}

bool PulseConnection::startThread() {
  const auto connectSoon = [](pa_mainloop_api* api, void* self) {
    connectionOf(self).connectContext(api);
  };
  // Not here: libpulse looks for its server in files and on the display.
  pa_mainloop_api_once(pa_threaded_mainloop_get_api(m_loop.get()), connectSoon, this);
  return pa_threaded_mainloop_start(m_loop.get()) == 0;
}

void PulseConnection::connectContext(pa_mainloop_api* api) {
  m_context.reset(pa_context_new(api, "Vitalwall mixer watch"));
  pa_context_set_state_callback(
      m_context.get(), [](pa_context*, void* self) { connectionOf(self).noteContextState(); },
      this);
  // A failure at once is told to the callback like every other one.
  static_cast<void>(pa_context_connect(m_context.get(), nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr));
}

void PulseConnection::noteContextState() {
  const auto state = pa_context_get_state(m_context.get());
  if (state == PA_CONTEXT_READY)
    subscribe();
  else if (!PA_CONTEXT_IS_GOOD(state))
    tellLost();
}

void PulseConnection::subscribe() {
  const auto note = [](pa_context*, pa_subscription_event_type_t, std::uint32_t, void* self) {
    connectionOf(self).readMixer();
  };
  constexpr auto kAll = static_cast<pa_subscription_mask_t>(
      PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SINK_INPUT | PA_SUBSCRIPTION_MASK_SERVER);
  pa_context_set_subscribe_callback(m_context.get(), note, this);
  letRun(pa_context_subscribe(m_context.get(), kAll, nullptr, nullptr));
  readMixer();
}

void PulseConnection::readMixer() {
  m_hasChanged = m_missingReplies > 0;
  if (m_hasChanged) return;
  m_missingReplies = 3;
  askForSinks();
  askForStreams();
  askForDefault();
}

void PulseConnection::askForSinks() {
  const auto note = [](pa_context*, const pa_sink_info* info, int end, void* self) {
    if (end != 0) return connectionOf(self).noteReply();
    connectionOf(self).m_reading.sinks.push_back(toSink(*info));
  };
  letRun(pa_context_get_sink_info_list(m_context.get(), note, this));
}

void PulseConnection::askForStreams() {
  const auto note = [](pa_context*, const pa_sink_input_info* info, int end, void* self) {
    if (end != 0) return connectionOf(self).noteReply();
    if (isOurs(*info)) connectionOf(self).m_reading.stream = toStream(*info);
  };
  letRun(pa_context_get_sink_input_info_list(m_context.get(), note, this));
}

void PulseConnection::askForDefault() {
  const auto note = [](pa_context*, const pa_server_info* info, void* self) {
    if (info && info->default_sink_name)
      connectionOf(self).m_reading.defaultSink = info->default_sink_name;
    connectionOf(self).noteReply();
  };
  letRun(pa_context_get_server_info(m_context.get(), note, this));
}

void PulseConnection::noteReply() {
  if (--m_missingReplies > 0) return;
  m_listener.read(std::exchange(m_reading, {}));
  if (m_hasChanged) readMixer();
}

void PulseConnection::tellLost() {
  m_listener.lost(QString::fromUtf8(pa_strerror(pa_context_errno(m_context.get()))));
}

}  // namespace vitalwall::sound
