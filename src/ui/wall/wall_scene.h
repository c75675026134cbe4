// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRegion>

#include "ui/wall/tile_damage.h"
#include "ui/wall/tile_style.h"
#include "ui/wall/wall_grid.h"
#include "ui/wall/wall_traces.h"

namespace vitalwall::ui {

/// What the wall shows and where: tiles with contents and traces, and which parts must be drawn
/// again. Draws when told to; knows no widget. GUI thread.
class WallScene {
 public:
  /// The surface to fill, in device-independent pixels; `pixelsPerSecond` in device pixels.
  struct Surface {
    QSize size;
    double ratio = 1;
    double pixelsPerSecond = 1;

    bool operator==(const Surface&) const = default;
  };

  explicit WallScene(const Theme& theme) : m_theme(theme) {}

  void setTheme(const Theme& theme);
  void setSurface(const Surface& surface);
  void setTileCount(int count);
  void setContent(int tile, TileContent content);
  void setTraces(int tile, std::vector<TraceSource> traces);
  void setFlash(FlashPhase phase);
  void setFocusedTile(std::optional<int> tile);

  const Theme& theme() const { return m_theme; }
  const Surface& surface() const { return m_surface; }
  const WallGrid& grid() const { return m_grid; }
  int tileCount() const { return int(m_tiles.size()); }
  const TileContent& content(int tile) const { return at(tile).content; }

  /// Device-independent pixels that a wave's sweep is wide; 0 without a surface.
  int sweepWidth() const;

  /// What must be drawn again, waves' progress excluded.
  QRegion damagedRegion() const;
  void clearDamage();

  /// Draws the damaged parts, then, in `view`, the waves on them.
  void paintDamage(QPainter& painter) const;
  void repaintDamagedTraces(const render::PixelView& view);

  /// Draws everything but the waves that meets `region`.
  void paint(QPainter& painter, const QRegion& region) const;

  WallTraces& traces() { return m_traces; }
  const WallTraces& traces() const { return m_traces; }

 private:
  struct Tile {
    TileContent content;
    std::vector<TraceSource> sources;
    std::vector<LaneLayout> lanes;
    std::vector<QRect> cells;
    TileDamage damage = TileDamage::all();
  };

  Tile& at(int tile) { return m_tiles[static_cast<std::size_t>(tile)]; }
  const Tile& at(int tile) const { return m_tiles[static_cast<std::size_t>(tile)]; }
  void relayout();
  void placeCells(int tile);
  void placeTraces(int tile);
  QRegion damagedRegion(int tile) const;
  void paintTile(QPainter& painter, int tile, const TileDamage& damage) const;

  Theme m_theme;
  Surface m_surface;
  WallGrid m_grid;
  TileStyle m_style;
  WallTraces m_traces;
  std::vector<Tile> m_tiles;
  FlashPhase m_flash;
  std::optional<int> m_focused;
};

}  // namespace vitalwall::ui
