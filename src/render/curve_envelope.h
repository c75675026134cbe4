// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "render/sweep_scale.h"

namespace vitalwall::render {

/// Highest and lowest point of a curve in each of a run of sub-columns. Every sample in the run
/// counts, so a spike of one sample is never lost. Scratch: reused for one run after another.
class CurveEnvelope {
 public:
  static constexpr int kCapacity = 128;
  /// Bounds of a sub-column in which there is no curve: top below bottom.
  static constexpr std::int16_t kNoTop = 0x3fff;
  static constexpr std::int16_t kNoBottom = -0x3fff;

  /// Measures sub-columns first <= s < first + count (at most kCapacity) of what `ring` holds.
  void measure(const WaveRing& ring, const TimeScale& time, const ValueScale& value,
               std::int64_t first, int count);

  /// Sub-rows of the run's sub-columns; readable up to kCapacity.
  const std::int16_t* tops() const { return m_tops.data(); }
  const std::int16_t* bottoms() const { return m_bottoms.data(); }

  /// Sub-column `i` widened by `half` sub-rows upwards and downwards.
  InkSpan spanAt(int i, std::int16_t half) const {
    return {static_cast<std::int16_t>(m_tops[index(i)] - half),
            static_cast<std::int16_t>(m_bottoms[index(i)] + half)};
  }
  bool isEmptyAt(int i) const { return m_tops[index(i)] > m_bottoms[index(i)]; }

  /// Sub-columns of different pieces are separated by a gap in the curve.
  int pieceAt(int i) const { return m_pieces[index(i)]; }
  bool isOnePiece() const { return m_piece <= 1; }

 private:
  struct Point {
    double x;  ///< absolute sub-columns
    float y;   ///< sub-rows below the top edge
  };

  static std::size_t index(int i) { return static_cast<std::size_t>(i); }
  void reset(std::int64_t first, int count);
  void include(std::int64_t subColumn, float subRow);
  void startPiece(Point point);
  void includeLine(Point from, Point to, double samplesPerSubColumn);

  std::int64_t m_first = 0;
  int m_count = 0;
  int m_piece = 0;
  std::array<std::int16_t, kCapacity> m_tops;
  std::array<std::int16_t, kCapacity> m_bottoms;
  std::array<std::int16_t, kCapacity> m_pieces;
};

}  // namespace vitalwall::render
