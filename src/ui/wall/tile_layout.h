// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <vector>

namespace vitalwall::ui {

/// The parts of a lane: one wave with its label and, left of it, room for the gain mark.
struct LaneLayout {
  QRect label;  ///< empty where there is no room for one
  QRect gain;
  QRect trace;
};

/// Where the parts of a tile lie, in the tile's own coordinates; the same for all tiles of a wall.
struct TileLayout {
  QRect tile;
  QRect header;
  QRect alarm;
  QRect waves;
  QRect numerics;
  int textPixels = 0;  ///< height of ordinary text
  int padding = 0;

  static TileLayout forSize(QSize size, double textScale);

  int smallTextPixels() const;
  int alarmTextPixels() const;

  /// Lanes for the first of `waves` waves, as many as are tall enough to be read, at least one.
  std::vector<LaneLayout> lanes(int waves) const;

  /// Cells for the first of some numerics, as many as can be read: the first two large, later
  /// ones smaller, and in pairs where rows are short. `widths` says how wide each value is,
  /// relative to the others.
  std::vector<QRect> cells(const std::vector<int>& widths) const;

 private:
  bool isSmall() const;
  LaneLayout laneIn(QRect lane) const;
};

}  // namespace vitalwall::ui
