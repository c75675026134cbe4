// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegion>
#include <map>

#include "render/sweep_trace.h"
#include "ui/wall/tile_content.h"

namespace vitalwall::ui {

/// All sweeping traces of a wall. Works in the wall's device pixels; GUI thread. Copyable: a copy
/// draws on its own, from the same rings.
class WallTraces {
 public:
  /// A trace and where it sweeps.
  struct Placement {
    TraceSource source;
    render::PixelRect area;
  };

  WallTraces() = default;
  WallTraces(int wallWidth, double ratio, double pixelsPerSecond, const QColor& paper);

  /// Gives `tile` these traces instead of its former ones. Unknown tiles are added.
  void setTile(int tile, const std::vector<Placement>& placements);

  /// Where the traces are.
  std::vector<render::PixelRect> areas() const;

  /// What advance() would change now, as few rectangles in device-independent pixels. All sweeps
  /// of a column of tiles are at the same place, so this is about one strip a column.
  QRegion pending();

  /// Draws what is new where `view` allows.
  void advance(const render::PixelView& view);

  /// Draws again what the last advance() left, where `view` allows.
  void repaint(const render::PixelView& view);
  void repaintTile(int tile, const render::PixelView& view);

 private:
  struct Slot {
    const WaveRing* ring;
    render::SweepTrace trace;
  };

  std::shared_ptr<const render::InkRamp> rampFor(const QColor& ink);
  void markChanged(const render::PixelRect& area, const render::ColumnRange& change);
  QRegion takeStrips();

  double m_ratio = 1;
  double m_pixelsPerSecond = 1;
  render::Rgb m_paper = 0;
  std::vector<std::vector<Slot>> m_tiles;
  std::map<QRgb, std::shared_ptr<const render::InkRamp>> m_ramps;

  std::vector<std::uint8_t>
      m_changed;  ///< per device column of the wall: 1 where something changes
  int m_changedTop = 0;
  int m_changedBottom = 0;
};

}  // namespace vitalwall::ui
