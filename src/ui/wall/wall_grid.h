// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

namespace vitalwall::ui {

/// Places equal tiles in rows on a surface. All tiles have the same size to the pixel, so that
/// their sweeps run in step. A value.
class WallGrid {
 public:
  WallGrid() = default;

  /// The grid in which `tiles` (1 or more) are as large as they can be at a readable shape.
  static WallGrid fitting(int tiles, QSize surface, int gap);

  int tileCount() const { return m_tiles; }
  int columns() const { return m_columns; }
  int rows() const { return m_rows; }
  QSize tileSize() const { return m_tileSize; }

  QRect tileRect(int tile) const;

  /// The tile at `position`, or -1 between and beside the tiles.
  int tileAt(QPoint position) const;

  bool operator==(const WallGrid&) const = default;

 private:
  int m_tiles = 0;
  int m_columns = 0;
  int m_rows = 0;
  int m_gap = 0;
  QSize m_tileSize;
  QPoint m_origin;
};

}  // namespace vitalwall::ui
