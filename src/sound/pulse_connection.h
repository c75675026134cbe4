// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <memory>

#include "sound/mixer_state.h"

struct pa_context;
struct pa_mainloop_api;
struct pa_threaded_mainloop;

namespace vitalwall::sound {

/// One connection to a PulseAudio server, or to PipeWire in its place: reads the mixer now and
/// after every change, until the connection is lost. It does not come back; make a new one. All the
/// work is done in libpulse's own thread; the caller's waits only in the destructor, for that
/// thread's end.
class PulseConnection {
 public:
  /// Called in libpulse's thread.
  struct Listener {
    std::function<void(MixerReading)> read;
    std::function<void(QString reason)> lost;  ///< once; nothing follows
  };

  explicit PulseConnection(Listener listener);
  ~PulseConnection();

 private:
  struct Free {
    void operator()(pa_threaded_mainloop* loop) const;
    void operator()(pa_context* context) const;
  };

  bool startThread();
  // In libpulse's thread, as all that follows:
  void connectContext(pa_mainloop_api* api);
  void noteContextState();
  void subscribe();
  void readMixer();
  void askForSinks();
  void askForStreams();
  void askForDefault();
  void noteReply();
  void tellLost();

  Listener m_listener;
  std::unique_ptr<pa_threaded_mainloop, Free> m_loop;
  std::unique_ptr<pa_context, Free> m_context;  ///< lives in m_loop
  MixerReading m_reading;                       ///< of the replies that have come
  int m_missingReplies = 0;
  bool m_hasChanged = false;  ///< since the questions that are being answered
};

}  // namespace vitalwall::sound
