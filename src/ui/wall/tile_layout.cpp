// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/tile_layout.h"

#include <algorithm>
#include <cmath>

namespace vitalwall::ui {
namespace {

constexpr int kReadableLane = 42;  ///< device-independent pixels
constexpr int kLabelledLane = 110;
constexpr int kSmallTileWidth = 700;
constexpr int kLanesOfSmallTile = 3;
constexpr int kLanesOfLargeTile = 6;
constexpr int kRowsOfSmallTile = 3;  ///< so that digits are read from 4 m on a wall of 16
constexpr int kRowsOfLargeTile = 12;
constexpr double kReadableRow = 2.6;   ///< in heights of ordinary text
constexpr double kReadablePair = 9.2;  ///< width, in the same
constexpr int kMinPairWidth = 110;
constexpr int kLargeCells = 2;         ///< numerics that are never small
constexpr double kSmallHeight = 0.64;  ///< of a later row, to that of a large cell

int textPixelsFor(QSize tile, double textScale) {
  const double natural =
      std::clamp(std::min(tile.height() * 0.07, tile.width() * 0.042), 9.0, 26.0);
  return static_cast<int>(std::lround(std::min(natural * textScale, tile.height() * 0.14)));
}

/// Numerics take more of a small tile: their digits must be read from afar, its waves only seen.
double numericsShare(int tileWidth) {
  if (tileWidth < kSmallTileWidth) return 0.37;
  return tileWidth < 1200 ? 0.33 : 0.26;
}

/// How the rows of the numerics' column are used: large cells, small ones as wide, small pairs.
struct RowPlan {
  int large = 0;
  int single = 0;
  int paired = 0;

  int rows() const { return large + single + paired; }
  double height(int row) const { return row < large ? 1.0 : kSmallHeight; }
  double heights() const { return large + kSmallHeight * (single + paired); }
  bool isPaired(int row) const { return row >= large + single; }
};

RowPlan planRows(int values, int rows, bool pairsFit) {
  RowPlan plan;
  plan.large = std::min({values, rows, kLargeCells});
  const int rest = values - plan.large;
  const int smallRows = std::min(rest, rows - plan.large);
  plan.paired = pairsFit ? std::min(smallRows, rest - smallRows) : 0;
  plan.single = smallRows - plan.paired;
  return plan;
}

}  // namespace

int TileLayout::smallTextPixels() const {
  return std::max(8, static_cast<int>(std::lround(textPixels * 0.8)));
}

int TileLayout::alarmTextPixels() const {
  return static_cast<int>(std::lround(textPixels * 1.12));
}

TileLayout TileLayout::forSize(QSize size, double textScale) {
  TileLayout layout;
  layout.tile = QRect(QPoint(0, 0), size);
  layout.textPixels = textPixelsFor(size, textScale);
  layout.padding = std::max(3, layout.textPixels / 3);
  const int pad = layout.padding;
  const int row = static_cast<int>(std::lround(layout.textPixels * 1.5));
  const int width = size.width() - 2 * pad;
  layout.header = QRect(pad, pad, width, row);
  layout.alarm = QRect(pad, pad + row, width, row + row / 10);
  const int top = layout.alarm.bottom() + 1 + std::max(2, pad / 2);
  const int height = std::max(1, size.height() - top - pad);
  const int column = static_cast<int>(size.width() * numericsShare(size.width()));
  layout.numerics = QRect(size.width() - pad - column, top, column, height);
  layout.waves = QRect(pad, top, width - column - pad, height);
  return layout;
}

bool TileLayout::isSmall() const {
  return tile.width() < kSmallTileWidth;
}

std::vector<LaneLayout> TileLayout::lanes(int waveCount) const {
  const int most = isSmall() ? kLanesOfSmallTile : kLanesOfLargeTile;
  const int readable = (waves.height() + kReadableLane / 2) / kReadableLane;
  const int shown = std::min(waveCount, std::clamp(readable, 1, most));
  std::vector<LaneLayout> lanes;
  for (int i = 0; i < shown; ++i) {
    const int top = waves.top() + waves.height() * i / shown;
    const int bottom = waves.top() + waves.height() * (i + 1) / shown;
    lanes.push_back(laneIn(QRect(waves.left(), top, waves.width(), bottom - top - 1)));
  }
  return lanes;
}

LaneLayout TileLayout::laneIn(QRect lane) const {
  LaneLayout parts;
  if (lane.height() >= kLabelledLane) {
    parts.label = QRect(lane.topLeft(), QSize(lane.width(), smallTextPixels() * 5 / 4));
    lane.setTop(parts.label.bottom() + 1);
  }
  const int gutter = std::max(5, textPixels / 2);
  parts.gain = QRect(lane.left(), lane.top(), gutter, lane.height());
  parts.trace = lane.adjusted(gutter, 0, 0, 0);
  return parts;
}

std::vector<QRect> TileLayout::cells(const std::vector<int>& widths) const {
  if (widths.empty()) return {};
  const int most = isSmall() ? kRowsOfSmallTile : kRowsOfLargeTile;
  const int readable = static_cast<int>(numerics.height() / (kReadableRow * textPixels));
  const double pairWidth = std::max<double>(kReadablePair * textPixels, kMinPairWidth);
  const RowPlan plan =
      planRows(int(widths.size()), std::clamp(readable, 1, most), numerics.width() >= pairWidth);
  const double unit = numerics.height() / plan.heights();
  std::vector<QRect> cells;
  double top = numerics.top();
  for (int row = 0; row < plan.rows(); ++row) {
    const double next = top + unit * plan.height(row);
    QRect cell(numerics.left(), int(std::lround(top)), numerics.width(), 0);
    cell.setBottom(int(std::lround(next)) - 2);
    top = next;
    const std::size_t i = cells.size();
    if (plan.isPaired(row)) {
      const int left = (cell.width() - padding) * widths[i] / (widths[i] + widths[i + 1]);
      cells.push_back(QRect(cell.topLeft(), QSize(left, cell.height())));
      cell.setLeft(cell.left() + left + padding);
    }
    cells.push_back(cell);
  }
  return cells;
}

}  // namespace vitalwall::ui
