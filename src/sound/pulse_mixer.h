// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "sound/mixer_state.h"
#include "sound/pulse_connection.h"

namespace vitalwall::sound {

/// Reads the mixer of a PulseAudio server now and after every change, until the connection is lost.
/// All the work is done in libpulse's thread; the caller's waits only in the destructor, for that
/// thread's end.
class PulseMixer {
 public:
  /// Called in libpulse's thread.
  struct Listener {
    std::function<void(MixerReading)> read;
    std::function<void(QString reason)> lost;  ///< once; nothing follows
  };

  explicit PulseMixer(Listener listener);

 private:
  void begin(pa_context& context);
  void subscribe();
  void readMixer();
  void askForSinks();
  void askForStreams();
  void askForDefault();
  void noteReply();

  Listener m_listener;
  pa_context* m_context = nullptr;  ///< the connection's, once it is ready
  MixerReading m_reading;           ///< of the replies that have come
  int m_missingReplies = 0;
  bool m_hasChanged = false;     ///< since the questions that are being answered
  PulseConnection m_connection;  ///< last: it ends first, and its callbacks use the others
};

}  // namespace vitalwall::sound
