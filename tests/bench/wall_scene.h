// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <deque>

#include "support/demo_ward.h"

namespace vitalwall::bench {

/// One wave of the benchmark's wall: where it is drawn, and an endless supply of samples.
struct BenchWave {
  QRect area;  ///< in the window, device-independent pixels
  WaveChannel channel;
  QColor colour;
  std::vector<std::int16_t> loop;  ///< samples, repeated for ever
  std::uint64_t end = 0;           ///< samples measured so far

  std::int16_t at(std::uint64_t index) const { return loop[index % loop.size()]; }
};

/// The same wall for every peer: `tiles` tiles on 1920 x 1080, each with an ECG of 250 Hz and a
/// pleth of 125 Hz, advanced by 1/60 s a frame on a clock of its own, so every frame is the same
/// work.
class BenchScene {
 public:
  static constexpr QSize kSize{1920, 1080};
  static constexpr double kPixelsPerSecond = 94.5;  ///< 25 mm/s at 96 dots per inch

  explicit BenchScene(int tiles);

  /// Measures the next 1/60 s of all waves.
  void advance();

  int tiles() const { return m_tiles; }
  const std::vector<BenchWave>& waves() const { return m_waves; }  ///< two a tile
  ui::TileContent content(int tile) const;

 private:
  int m_tiles;
  std::int64_t m_frame = 0;
  std::vector<BenchWave> m_waves;
};

}  // namespace vitalwall::bench
