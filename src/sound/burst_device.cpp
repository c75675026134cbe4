// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/burst_device.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace vitalwall::sound {
namespace {

qint16 toSixteenBit(float sample) {
  return static_cast<qint16>(std::lround(sample * std::numeric_limits<qint16>::max()));
}

}  // namespace

qint64 BurstDevice::bytesAvailable() const {
  constexpr qint64 kAlwaysEnough = 1 << 20;
  return kAlwaysEnough + QIODevice::bytesAvailable();
}

qint64 BurstDevice::readData(char* data, qint64 maxSize) {
  const auto count = static_cast<std::size_t>(maxSize) / sizeof(qint16);
  m_buffer.resize(count);
  m_player.fill(m_buffer);
  for (std::size_t i = 0; i < count; ++i) {
    const qint16 value = toSixteenBit(m_buffer[i]);
    std::memcpy(data + i * sizeof value, &value, sizeof value);
  }
  m_consumed += count;
  return maxSize - maxSize % qint64{sizeof(qint16)};
}

}  // namespace vitalwall::sound
