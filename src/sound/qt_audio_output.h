// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>
#include <memory>

#include "sound/audio_output.h"

namespace vitalwall::sound {

class BurstDevice;

/// The system's default audio output by Qt Multimedia, where there is no libpulse. The sink pulls
/// its samples in the thread that this lives in, so that thread needs an event loop that does not
/// wait for anything. open() and the destructor talk to the sound server and may block. The mixer
/// of the system is beyond Qt: that is a MixerWatch's.
class QtAudioOutput final : public AudioOutput {
  Q_OBJECT

 public:
  QtAudioOutput();
  ~QtAudioOutput() override;

  void open() override;
  double sampleRate() const override { return kSampleRate; }
  void play(std::vector<float> samples) override;
  void stop() override;
  void setVolume(double volume) override;
  quint64 consumed() const override;
  OutputHealth health() const override { return m_health; }
  QString deviceName() const override { return m_device.description(); }

 private:
  static constexpr int kSampleRate = 48000;

  void noteDevices();
  void startSink();
  void closeSink();
  void judgeSink(QAudio::State state);
  void setHealth(OutputHealth health);

  std::unique_ptr<BurstDevice> m_source;
  std::unique_ptr<QMediaDevices> m_devices;  ///< made in the thread that uses it
  std::unique_ptr<QAudioSink> m_sink;
  QAudioDevice m_device;  ///< the newest that was there
  OutputHealth m_health = OutputHealth::Opening;
  double m_volume = 1.0;
};

}  // namespace vitalwall::sound
