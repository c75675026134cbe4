// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <memory>

struct pa_context;
struct pa_mainloop_api;
struct pa_operation;
struct pa_threaded_mainloop;

namespace vitalwall::sound {

/// One connection to a PulseAudio server, or to PipeWire in its place, with a thread of its own,
/// libpulse's. It does not come back when it is lost; make a new one. Nothing here waits for the
/// server.
class PulseConnection {
 public:
  /// Called in libpulse's thread.
  struct Listener {
    std::function<void(pa_context&)> ready;    ///< once: the server may be asked now
    std::function<void(QString reason)> lost;  ///< once, with the lock held; nothing follows
  };

  /// `purpose`: how the sound server lists it. A listener must outlive stop().
  PulseConnection(const char* purpose, Listener listener);
  ~PulseConnection();

  /// Ends libpulse's thread: no callback comes any more.
  void stop();

  /// Callbacks run with the lock held, so whoever holds it may touch what is theirs. Not in
  /// libpulse's thread, and not after stop().
  void lock();
  void unlock();

 private:
  struct Free {
    void operator()(pa_threaded_mainloop* loop) const;
    void operator()(pa_context* context) const;
  };

  bool startThread();
  void connectContext(pa_mainloop_api* api);
  void noteState();

  const char* m_purpose;
  Listener m_listener;
  std::unique_ptr<pa_threaded_mainloop, Free> m_loop;
  std::unique_ptr<pa_context, Free> m_context;  ///< lives in m_loop
};

/// For an operation whose answer comes to a callback: of itself nothing is needed.
void letRun(pa_operation* operation);

}  // namespace vitalwall::sound
