// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include "sound/audio_output.h"

namespace vitalwall::sound {

class PulseStream;

/// The default output of a PulseAudio server, or of PipeWire in its place, by libpulse itself:
/// QAudioSink hangs on a server that was away (Qt 6.4) and aborts on an output that was removed (Qt
/// 6.8). Follows the default when that is another. No method waits for the server.
class PulseAudioOutput final : public AudioOutput {
  Q_OBJECT

 public:
  PulseAudioOutput();
  ~PulseAudioOutput() override;

  void open() override;
  void noteDefault(const QByteArray& id) override;
  double sampleRate() const override;
  void play(std::vector<float> samples) override;
  void stop() override;
  void setVolume(double volume) override;
  quint64 consumed() const override { return m_consumed; }
  OutputHealth health() const override;
  QString deviceName() const override;

 Q_SIGNALS:
  /// From libpulse's thread to this one's.
  void streamChanged();

 private:
  void noteDevice();

  QByteArray m_default;  ///< as the server says; empty: none, or not known
  QString m_device;      ///< the newest that was there
  double m_volume = 1;
  std::atomic<quint64> m_consumed = 0;  ///< counted in libpulse's thread
  std::unique_ptr<PulseStream> m_stream;
};

}  // namespace vitalwall::sound
