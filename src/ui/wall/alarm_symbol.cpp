// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/alarm_symbol.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace vitalwall::ui {
namespace {

// All paths lie in a square from (0, 0) to (1, 1).

QPainterPath bell() {
  QPainterPath path(QPointF(0.12, 0.76));
  path.cubicTo({0.30, 0.62}, {0.20, 0.42}, {0.28, 0.28});
  path.cubicTo({0.36, 0.12}, {0.64, 0.12}, {0.72, 0.28});
  path.cubicTo({0.80, 0.42}, {0.70, 0.62}, {0.88, 0.76});
  path.closeSubpath();
  path.addEllipse(QPointF(0.5, 0.86), 0.10, 0.09);
  return path;
}

QPainterPath triangle() {
  QPainterPath path(QPointF(0.5, 0.10));
  path.lineTo(0.94, 0.88);
  path.lineTo(0.06, 0.88);
  path.closeSubpath();
  return path;
}

QPainterPath disk() {
  QPainterPath path;
  path.addRoundedRect(QRectF(0.14, 0.14, 0.72, 0.72), 0.06, 0.06);
  path.addRect(QRectF(0.30, 0.52, 0.40, 0.34));
  return path;
}

QPainterPath unequal() {
  QPainterPath path(QPointF(0.14, 0.38));
  path.lineTo(0.86, 0.38);
  path.moveTo(0.14, 0.64);
  path.lineTo(0.86, 0.64);
  path.moveTo(0.70, 0.14);
  path.lineTo(0.30, 0.88);
  return path;
}

QPainterPath cross() {
  QPainterPath path(QPointF(0.04, 0.04));
  path.lineTo(0.96, 0.96);
  path.moveTo(0.96, 0.04);
  path.lineTo(0.04, 0.96);
  return path;
}

enum class Cross : std::uint8_t { None, Solid, Dashed };

struct Drawing {
  QPainterPath path;
  bool filled = false;
  Cross cross = Cross::None;
};

Drawing drawingOf(AlarmSymbol symbol) {
  switch (symbol) {
    case AlarmSymbol::Bell:
      return {bell(), true, Cross::None};
    case AlarmSymbol::AudioOff:
      return {bell(), false, Cross::Solid};
    case AlarmSymbol::AudioPaused:
      return {bell(), false, Cross::Dashed};
    case AlarmSymbol::AlarmOff:
      return {triangle(), false, Cross::Solid};
    case AlarmSymbol::AlarmPaused:
      return {triangle(), false, Cross::Dashed};
    case AlarmSymbol::LimitsChanged:
      return {unequal(), false, Cross::None};
    case AlarmSymbol::NotRecorded:
      return {disk(), false, Cross::Solid};
    case AlarmSymbol::None:
      break;
  }
  return {};
}

}  // namespace

void paintAlarmSymbol(QPainter& painter, AlarmSymbol symbol, const QRectF& box, const QColor& ink) {
  const auto drawing = drawingOf(symbol);
  const double side = std::min(box.width(), box.height());
  QPen pen(ink, std::max(0.09, 1.2 / side), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(box.center().x() - side / 2, box.center().y() - side / 2);
  painter.scale(side, side);
  painter.setPen(pen);
  painter.setBrush(drawing.filled ? QBrush(ink) : QBrush(Qt::NoBrush));
  painter.drawPath(drawing.path);
  if (drawing.cross == Cross::Dashed) pen.setDashPattern({1.6, 1.2});
  painter.setPen(pen);
  if (drawing.cross != Cross::None) painter.drawPath(cross());
  painter.restore();
}

}  // namespace vitalwall::ui
