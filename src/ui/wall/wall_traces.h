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

  /// What all traces have in common.
  struct Manner {
    int wallWidth = 0;           ///< device pixels
    double ratio = 1;            ///< device pixels to device-independent ones
    double pixelsPerSecond = 1;  ///< device pixels
    double penWidth = 1.5;       ///< device-independent pixels
    QColor paper;
  };

  WallTraces() = default;
  explicit WallTraces(const Manner& manner);

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

  Manner m_manner;
  std::vector<std::vector<Slot>> m_tiles;
  std::map<QRgb, std::shared_ptr<const render::InkRamp>> m_ramps;

  std::vector<std::uint8_t>
      m_changed;  ///< per device column of the wall: 1 where something changes
  int m_changedTop = 0;
  int m_changedBottom = 0;
};

}  // namespace vitalwall::ui
