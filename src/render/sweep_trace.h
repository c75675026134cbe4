// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <memory>
#include <vector>

#include "render/pen.h"

namespace vitalwall::render {

/// Where and how fast a trace sweeps. All lengths in device pixels.
struct SweepGeometry {
  PixelRect area;              ///< kMinRows to kMaxRows high; the wider, the more seconds are seen
  double pixelsPerSecond = 0;  ///< 25 mm/s on the screen at hand
  double penWidth = 1.5;
  int eraseWidth = 10;  ///< blank columns ahead of the newest

  bool operator==(const SweepGeometry&) const = default;
};

/// Columns of the trace that changed, from `first` (0 = left edge) on, going round at the right
/// edge. An empty range means nothing changed.
struct ColumnRange {
  int first = 0;
  int count = 0;

  bool isEmpty() const { return count == 0; }
  bool operator==(const ColumnRange&) const = default;
};

/// One wave drawn with an erase bar (a fixed trace that a bar renews), column by column into
/// somebody's pixels. A sample's place is its source time, so traces of one width sweep in step.
/// Each column is drawn once, when no later sample can change it; the newest 1 1/2 pen widths of
/// the wave are therefore still to come. What incremental drawing leaves is to the pixel what
/// repaint() draws. Not thread-safe; state is four bytes a column.
class SweepTrace {
 public:
  static constexpr int kMinRows = 8;
  static constexpr int kMaxRows = 1000;

  /// `ramp` holds the wave's colour on the background's; must not be null.
  SweepTrace(const WaveChannel& channel, const SweepGeometry& geometry,
             std::shared_ptr<const InkRamp> ramp);

  /// Columns that advance() would change now. `ring` must hold at least sweepSeconds() and be the
  /// same one at every call; in the same way below.
  ColumnRange pending(const WaveRing& ring) const;

  /// Draws what is new in `ring` where `view` allows, and says which columns that were. Draws all
  /// at first, after a rewrite of older samples, and after a jump of more than a sweep.
  ColumnRange advance(const WaveRing& ring, const PixelView& view);

  /// Draws again what advance() last drew, background included, where `view` allows.
  void repaint(const WaveRing& ring, const PixelView& view);

  const SweepGeometry& geometry() const { return m_geometry; }
  double sweepSeconds() const { return m_width / m_geometry.pixelsPerSecond; }

 private:
  static constexpr std::int64_t kNoColumn = std::numeric_limits<std::int64_t>::min();

  std::int64_t lastFinalColumn(const WaveRing& ring) const;
  bool mustStartAgain(const WaveRing& ring, std::int64_t newest) const;
  int screenColumn(std::int64_t column) const;
  ColumnRange changeUpTo(std::int64_t newest) const;
  void startAgain(const WaveRing& ring, std::int64_t newest, const PixelView& view);
  void drawScreenColumns(const WaveRing& ring, int left, int right, const PixelView& view);
  void erase(std::int64_t first, std::int64_t end, const PixelView& view);
  void draw(const WaveRing& ring, std::int64_t first, std::int64_t end, const PixelView& view);
  void drawRun(const WaveRing& ring, std::int64_t first, int columns, const PixelView& view);

  SweepGeometry m_geometry;
  int m_width;
  Pen m_pen;
  ValueScale m_values;
  std::shared_ptr<const InkRamp> m_ramp;
  std::int64_t m_newest = kNoColumn;  ///< absolute column that was drawn last
  std::uint64_t m_generation = 0;     ///< of the ring when it was
  bool m_started = false;
  std::vector<InkRows> m_ink;  ///< what is drawn in each column of the screen
};

}  // namespace vitalwall::render
