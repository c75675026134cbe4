// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainterPath>

#include "ui/wall/tile_parts.h"
#include "ui/wall/tile_words.h"

namespace vitalwall::ui {
namespace {

/// A shape per priority, for eyes that do not tell the colours: triangle, diamond, disc.
QPainterPath shapeOf(AlertPriority priority, const QRectF& box) {
  QPainterPath path;
  switch (priority) {
    case AlertPriority::High:
      path.addPolygon(
          QPolygonF({{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
      break;
    case AlertPriority::Medium:
      path.addPolygon(QPolygonF({{box.center().x(), box.top()},
                                 {box.right(), box.center().y()},
                                 {box.center().x(), box.bottom()},
                                 {box.left(), box.center().y()}}));
      break;
    case AlertPriority::Low:
      path.addEllipse(box);
      break;
  }
  path.closeSubpath();
  return path;
}

QPainterPath checkMark(const QRectF& box) {
  QPainterPath path(QPointF(box.left(), box.center().y()));
  path.lineTo(box.left() + box.width() * 0.38, box.bottom() - box.height() * 0.08);
  path.lineTo(box.right(), box.top() + box.height() * 0.12);
  return path;
}

/// Bright and latched: the alarm's ground. Dark half and acknowledged: an outline, its text still
/// readable.
QColor paintGround(QPainter& painter, const TileStyle& style, const TileAlarm& alarm, bool bright) {
  const AlarmColours& colours = style.theme.alarm(alarm.priority);
  const bool filled = alarm.flashes() ? bright : alarm.latched && !alarm.acknowledged;
  const QRectF line = QRectF(style.layout.alarm).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(QPen(colours.background, 1));
  painter.setBrush(filled ? colours.background : mixed(colours.background, style.theme.tile, 0.22));
  painter.drawRoundedRect(line, 3, 3);
  return filled ? colours.text : style.theme.text;
}

void paintSymbol(QPainter& painter, const TileAlarm& alarm, const QRectF& box, const QColor& ink) {
  if (alarm.acknowledged) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, std::max(1.5, box.width() / 6)));
    painter.drawPath(checkMark(box));
  } else {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPath(shapeOf(alarm.priority, box));
  }
}

}  // namespace

void paintAlarmLine(QPainter& painter, const TileStyle& style, const TileContent& content,
                    bool bright) {
  const QRect line = style.layout.alarm;
  painter.fillRect(line, style.theme.tile);
  if (!content.alarm) return;

  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = paintGround(painter, style, *content.alarm, bright);
  const double side = style.layout.alarmTextPixels() * 0.72;
  const int pad = style.layout.padding;
  const QRectF symbol(line.left() + 1.5 * pad, line.center().y() + 0.5 - side / 2, side, side);
  paintSymbol(painter, *content.alarm, symbol, ink);
  painter.setRenderHint(QPainter::Antialiasing, false);

  const QRect room = line.adjusted(int(side) + 3 * pad, 0, -pad, 0);
  painter.setFont(style.alarm);
  painter.setPen(ink);
  painter.drawText(
      room, Qt::AlignLeft | Qt::AlignVCenter,
      painter.fontMetrics().elidedText(lineOf(*content.alarm), Qt::ElideRight, room.width()));
}

}  // namespace vitalwall::ui
