// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pulse_connection.h"

#include <pulse/pulseaudio.h>

#include <utility>

namespace vitalwall::sound {
namespace {

PulseConnection& connectionOf(void* userData) {
  return *static_cast<PulseConnection*>(userData);
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

PulseConnection::PulseConnection(const char* purpose, Listener listener)
    : m_purpose(purpose), m_listener(std::move(listener)), m_loop(pa_threaded_mainloop_new()) {
  if (!m_loop || !startThread()) m_listener.lost(QStringLiteral("libpulse has no thread"));
}

PulseConnection::~PulseConnection() {
  stop();
}

void PulseConnection::stop() {
  if (m_loop) pa_threaded_mainloop_stop(m_loop.get());
}

void PulseConnection::lock() {
  if (m_loop) pa_threaded_mainloop_lock(m_loop.get());
}

void PulseConnection::unlock() {
  if (m_loop) pa_threaded_mainloop_unlock(m_loop.get());
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
  m_context.reset(pa_context_new(api, m_purpose));
  pa_context_set_state_callback(
      m_context.get(), [](pa_context*, void* self) { connectionOf(self).noteState(); }, this);
  // A failure at once is told to the callback like every other one.
  static_cast<void>(pa_context_connect(m_context.get(), nullptr, PA_CONTEXT_NOAUTOSPAWN, nullptr));
}

void PulseConnection::noteState() {
  const auto state = pa_context_get_state(m_context.get());
  if (state == PA_CONTEXT_READY)
    m_listener.ready(*m_context);
  else if (!PA_CONTEXT_IS_GOOD(state))
    m_listener.lost(QString::fromUtf8(pa_strerror(pa_context_errno(m_context.get()))));
}

void letRun(pa_operation* operation) {
  if (operation) pa_operation_unref(operation);
}

}  // namespace vitalwall::sound
