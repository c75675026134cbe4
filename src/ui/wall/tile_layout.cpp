// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/tile_layout.h"

#include <algorithm>
#include <cmath>

namespace vitalwall::ui {
namespace {

constexpr int kMinLaneRows = 28;  ///< device-independent pixels
constexpr int kMaxLanesPerTile = 6;
constexpr int kLargeCells = 2;       ///< numerics that are never paired
constexpr double kPairHeight = 0.7;  ///< of a pair's row, to that of a large cell

int textPixelsFor(QSize tile, double textScale) {
  const double natural =
      std::clamp(std::min(tile.height() * 0.078, tile.width() * 0.046), 9.0, 22.0);
  return static_cast<int>(std::lround(std::min(natural * textScale, tile.height() * 0.14)));
}

/// Numerics take more of a small tile: their digits must be read from afar, its waves only seen.
double numericsShare(int tileWidth) {
  if (tileWidth < 700) return 0.37;
  return tileWidth < 1200 ? 0.33 : 0.26;
}

struct RowPlan {
  int large = 0;
  int pairs = 0;
};

RowPlan planRows(int values, int rows, bool pairsFit) {
  if (values <= rows) return {values, 0};
  const int wanted = values - rows;
  const int pairs = pairsFit ? std::clamp(wanted, 0, std::max(0, rows - kLargeCells)) : 0;
  return {rows - pairs, pairs};
}

}  // namespace

int TileLayout::smallTextPixels() const {
  return std::max(8, static_cast<int>(std::lround(textPixels * 0.8)));
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
  layout.alarm = QRect(pad, pad + row, width, row);
  const int top = layout.alarm.bottom() + 1 + std::max(2, pad / 2);
  const int height = std::max(1, size.height() - top - pad);
  const int column = static_cast<int>(size.width() * numericsShare(size.width()));
  layout.numerics = QRect(size.width() - pad - column, top, column, height);
  layout.waves = QRect(pad, top, width - column - pad, height);
  return layout;
}

std::vector<LaneLayout> TileLayout::lanes(int waveCount) const {
  const int readable = std::clamp(waves.height() / kMinLaneRows, 1, kMaxLanesPerTile);
  const int shown = std::min(waveCount, readable);
  std::vector<LaneLayout> lanes;
  for (int i = 0; i < shown; ++i) {
    const int top = waves.top() + waves.height() * i / shown;
    const int bottom = waves.top() + waves.height() * (i + 1) / shown;
    QRect lane(waves.left(), top, waves.width(), bottom - top - 1);
    LaneLayout parts;
    if (lane.height() >= 4 * textPixels) {
      parts.label = QRect(lane.topLeft(), QSize(lane.width(), smallTextPixels() * 3 / 2));
      lane.setTop(parts.label.bottom() + 1);
    }
    const int gutter = std::max(6, textPixels / 2);
    parts.gain = QRect(lane.left(), lane.top(), gutter, lane.height());
    parts.trace = lane.adjusted(gutter, 0, 0, 0);
    lanes.push_back(parts);
  }
  return lanes;
}

std::vector<QRect> TileLayout::cells(int values) const {
  if (values == 0) return {};
  const int rows = std::max(1, numerics.height() / (3 * textPixels));
  const RowPlan plan = planRows(values, rows, numerics.width() >= 8 * textPixels);
  const double unit = numerics.height() / (plan.large + kPairHeight * plan.pairs);
  std::vector<QRect> cells;
  double y = numerics.top();
  for (int row = 0; row < plan.large + plan.pairs; ++row) {
    const bool paired = row >= plan.large;
    const double next = y + unit * (paired ? kPairHeight : 1.0);
    QRect line(numerics.left(), int(std::lround(y)), numerics.width(), 0);
    line.setBottom(int(std::lround(next)) - 2);
    const int half = (line.width() - padding) / 2;
    if (!paired) {
      cells.push_back(line);
    } else {
      cells.emplace_back(line.topLeft(), QSize(half, line.height()));
      if (int(cells.size()) < values)
        cells.emplace_back(line.right() + 1 - half, line.top(), half, line.height());
    }
    y = next;
  }
  return cells;
}

}  // namespace vitalwall::ui
