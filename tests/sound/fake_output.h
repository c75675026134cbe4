// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "sound/audio_output.h"

namespace vitalwall::test {

/// An output that a test holds in its hand.
class FakeOutput final : public sound::AudioOutput {
 public:
  using Health = sound::OutputHealth;

  void open() override { ++m_openings; }
  void noteDefault(const QByteArray& id) override { m_default = id; }
  double sampleRate() const override { return 8000; }
  void play(std::vector<float> samples) override { m_played.push_back(samples.size()); }
  void stop() override { ++m_stops; }
  void setVolume(double volume) override { m_volume = volume; }
  quint64 consumed() const override { return m_consumed += m_ownPace; }
  Health health() const override { return m_health; }
  QString deviceName() const override { return QStringLiteral("Speaker"); }

  void consume(quint64 samples) { m_consumed += samples; }
  /// From now on the device takes a second of samples by itself before each look.
  void playOn() { m_ownPace = 48000; }
  /// The device takes a second of samples.
  void consumeSecond() { consume(48000); }
  void become(Health health) {
    m_health = health;
    Q_EMIT healthChanged();
  }

  int openings() const { return m_openings; }
  int stops() const { return m_stops; }
  double volume() const { return m_volume; }
  const QByteArray& notedDefault() const { return m_default; }
  /// Lengths of the bursts begun so far, in samples.
  const std::vector<std::size_t>& played() const { return m_played; }

 private:
  int m_openings = 0;
  int m_stops = 0;
  double m_volume = 0;
  QByteArray m_default;
  quint64 m_ownPace = 0;
  mutable quint64 m_consumed = 0;
  Health m_health = Health::Ok;
  std::vector<std::size_t> m_played;
};

}  // namespace vitalwall::test
