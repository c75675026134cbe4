// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "sound/sound_state.h"

namespace vitalwall::sound {

/// The way to the loudspeaker. While open it plays without a break, silence between the bursts: so
/// whether the device takes samples is known all the time, not only when an alarm comes. One
/// thread, the one that it lives in.
class AudioOutput : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Opens the system's default output, or opens it anew. What was playing is gone.
  virtual void open() = 0;

  /// What the sound server itself says of its default output (MixerWatch::defaultOutput()).
  virtual void noteDefault(const QByteArray&) {}

  /// Samples per second of play(), in Hz.
  virtual double sampleRate() const = 0;
  /// Begins these samples now, instead of what still plays; one channel, -1 to 1.
  virtual void play(std::vector<float> samples) = 0;
  /// Silence from now on.
  virtual void stop() = 0;
  /// 0 to 1 of what the device can play.
  virtual void setVolume(double volume) = 0;

  /// How many samples the device has taken so far, over all openings: it must grow.
  virtual quint64 consumed() const = 0;
  virtual OutputHealth health() const = 0;
  /// The device's name for people; empty if there is none.
  virtual QString deviceName() const = 0;

 Q_SIGNALS:
  void healthChanged();
  /// The system's default output is another, or gone, or there at last: open() is due.
  void deviceChanged();
};

/// The way to this platform's loudspeaker, not yet open.
std::unique_ptr<AudioOutput> makeAudioOutput();

}  // namespace vitalwall::sound
