// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include "sound/sample_player.h"

namespace vitalwall::sound {

/// A SamplePlayer as the QIODevice from which an audio sink pulls: one channel, 16 bit, native
/// order, without an end. One thread.
class BurstDevice final : public QIODevice {
  Q_OBJECT

 public:
  explicit BurstDevice(std::size_t fade) : m_player(fade) {}

  SamplePlayer& player() { return m_player; }
  /// Samples read so far.
  quint64 consumed() const { return m_consumed; }

  bool isSequential() const override { return true; }
  qint64 bytesAvailable() const override;

 protected:
  qint64 readData(char* data, qint64 maxSize) override;
  qint64 writeData(const char*, qint64) override { return -1; }

 private:
  SamplePlayer m_player;
  std::vector<float> m_buffer;
  quint64 m_consumed = 0;
};

}  // namespace vitalwall::sound
