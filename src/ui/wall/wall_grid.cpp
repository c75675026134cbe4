// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_grid.h"

#include <algorithm>

namespace vitalwall::ui {
namespace {

/// Width to height at which waves and numerics both have room.
constexpr double kIdealAspect = 1.8;

QSize tileSizeFor(int columns, int rows, QSize surface, int gap) {
  return {std::max(1, (surface.width() - (columns + 1) * gap) / columns),
          std::max(1, (surface.height() - (rows + 1) * gap) / rows)};
}

/// Height of the largest tile of ideal shape inside `size`.
double usableHeight(QSize size) {
  return std::min(size.width() / kIdealAspect, double(size.height()));
}

}  // namespace

WallGrid WallGrid::fitting(int tiles, QSize surface, int gap) {
  WallGrid best;
  for (int columns = 1; columns <= tiles; ++columns) {
    const int rows = (tiles + columns - 1) / columns;
    const QSize size = tileSizeFor(columns, rows, surface, gap);
    if (best.m_tiles > 0 && usableHeight(size) <= usableHeight(best.m_tileSize)) continue;
    best.m_tiles = tiles;
    best.m_columns = columns;
    best.m_rows = rows;
    best.m_tileSize = size;
  }
  const QSize used{best.m_columns * (best.m_tileSize.width() + gap) - gap,
                   best.m_rows * (best.m_tileSize.height() + gap) - gap};
  best.m_gap = gap;
  best.m_origin = {(surface.width() - used.width()) / 2, (surface.height() - used.height()) / 2};
  return best;
}

QRect WallGrid::tileRect(int tile) const {
  const int column = tile % m_columns;
  const int row = tile / m_columns;
  return {
      m_origin + QPoint(column * (m_tileSize.width() + m_gap), row * (m_tileSize.height() + m_gap)),
      m_tileSize};
}

int WallGrid::tileAt(QPoint position) const {
  for (int tile = 0; tile < m_tiles; ++tile)
    if (tileRect(tile).contains(position)) return tile;
  return -1;
}

}  // namespace vitalwall::ui
