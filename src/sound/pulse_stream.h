// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <atomic>
#include <functional>
#include <memory>

#include "sound/pulse_connection.h"
#include "sound/sample_player.h"
#include "sound/sound_state.h"

struct pa_stream;

namespace vitalwall::sound {

/// Plays on one output of a PulseAudio server until that or the server is gone; then make a new
/// one. One channel, kSampleRate, filled in libpulse's thread. All methods: the owner's thread;
/// none waits for the server.
class PulseStream {
 public:
  static constexpr int kSampleRate = 48000;  ///< Hz

  /// `output`: the server's name of it; empty: its default. `consumed` counts the samples taken.
  /// `changed`, in libpulse's thread: health() or what it plays on is another.
  PulseStream(QByteArray output, std::atomic<quint64>& consumed, std::function<void()> changed);
  ~PulseStream();

  /// Begins these samples instead of what plays; none: silence.
  void play(std::vector<float> samples);
  /// 0 to 1.
  void setVolume(double volume);

  /// NoDevice: the server has no such output, or has it no more. Stalled: there is no server.
  OutputHealth health() const { return m_health; }
  /// The server's name of what it plays on; empty before it plays.
  QByteArray output();
  /// The same for people.
  QString device();

 private:
  struct Free {
    void operator()(pa_stream* stream) const;
  };

  // In libpulse's thread:
  void begin(pa_context& context);
  void noteState();
  void notePlace();
  void write(std::size_t bytes);
  std::size_t fill(void* data, std::size_t bytes);
  void setHealth(OutputHealth health);

  const QByteArray m_wanted;
  std::atomic<quint64>& m_consumed;
  const std::function<void()> m_changed;
  std::atomic<OutputHealth> m_health = OutputHealth::Opening;
  // With the connection's lock:
  SamplePlayer m_player;
  float m_volume = 1;
  QByteArray m_output;
  QString m_device;
  std::unique_ptr<pa_stream, Free> m_stream;
  PulseConnection m_connection;  ///< last: its callbacks use the others
};

}  // namespace vitalwall::sound
