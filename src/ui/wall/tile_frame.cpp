// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/tile_parts.h"

namespace vitalwall::ui {
namespace {

struct Border {
  QColor colour;
  int width;
};

/// An unacknowledged alarm marks the whole tile; otherwise the selection does.
Border borderOf(const TileStyle& style, const TileContent& content) {
  const int strong = std::max(2, style.layout.padding / 2);
  if (content.alarm && !content.alarm->acknowledged)
    return {style.theme.alarm(content.alarm->priority).background, strong};
  if (content.selected) return {style.theme.accent, strong};
  return {style.theme.border, 1};
}

void paintRing(QPainter& painter, const QRectF& tile, double inset, const QPen& pen) {
  const double middle = inset + pen.widthF() / 2;
  painter.setPen(pen);
  painter.drawRoundedRect(tile.adjusted(middle, middle, -middle, -middle), 3, 3);
}

}  // namespace

void paintFrame(QPainter& painter, const TileStyle& style, const TileContent& content,
                bool focused) {
  const QRectF tile(style.layout.tile);
  const Border border = borderOf(style, content);
  // Where pixels are not whole, the border's edge reaches into the gap between the tiles.
  painter.fillRect(tile.adjusted(-1, -1, 1, 1), style.theme.wall);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(style.theme.tile);
  paintRing(painter, tile, 0, QPen(border.colour, border.width));
  painter.setBrush(Qt::NoBrush);
  if (focused) paintRing(painter, tile, border.width, QPen(style.theme.text, 1, Qt::DotLine));
  painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace vitalwall::ui
