// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "domain/wave_ring.h"

namespace vitalwall::render {

/// A pixel column is drawn from this many sub-columns; a pixel row from this many sub-rows.
inline constexpr int kSubColumns = 4;
inline constexpr int kSubRows = 16;

/// Vertical extent in sub-rows; none where top >= bottom.
struct InkSpan {
  std::int16_t top;
  std::int16_t bottom;

  bool isEmpty() const { return top >= bottom; }
};

/// Source time to absolute sub-columns, counted from the Unix epoch: the same moment has the same
/// number in every wave of a wall, so all sweeps run in step. Depends on nothing but the ring's
/// origin, so a column is the same whenever it is drawn.
class TimeScale {
 public:
  TimeScale(const WaveRing& ring, double pixelsPerSecond)
      : m_perSample(kSubColumns * pixelsPerSecond / ring.samplesPerSecond()),
        m_origin(kSubColumns * pixelsPerSecond * ring.originSeconds()) {}

  double subColumnOf(std::uint64_t sample) const {
    return m_origin + static_cast<double>(sample) * m_perSample;
  }
  double samplesPerSubColumn() const { return 1.0 / m_perSample; }

  /// A sample that lies before `subColumn`, close to it; may be outside the ring.
  std::int64_t sampleBefore(std::int64_t subColumn) const {
    const double samples = (static_cast<double>(subColumn) - m_origin) / m_perSample;
    return static_cast<std::int64_t>(std::floor(samples)) - 1;
  }

 private:
  double m_perSample;
  double m_origin;
};

/// Counts of a channel to sub-rows below the top edge; what is out of range runs along the edge.
class ValueScale {
 public:
  /// Maps the channel's display range to `rows` pixel rows with `margin` sub-rows left free.
  ValueScale(const WaveChannel& channel, int rows, int margin)
      : m_top(static_cast<float>(margin)),
        m_bottom(static_cast<float>(std::max(margin, rows * kSubRows - margin))) {
    const double perUnit = (m_bottom - m_top) / (channel.displayHigh - channel.displayLow);
    m_perCount = static_cast<float>(-channel.unitsPerCount * perUnit);
    m_atZero = static_cast<float>(m_top + (channel.displayHigh - channel.zero) * perUnit);
  }

  float subRowOf(std::int16_t count) const {
    return std::clamp(m_atZero + m_perCount * count, m_top, m_bottom);
  }

 private:
  float m_top;
  float m_bottom;
  float m_perCount = 0;
  float m_atZero = 0;
};

}  // namespace vitalwall::render
