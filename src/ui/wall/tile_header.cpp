// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "ui/wall/tile_parts.h"

namespace vitalwall::ui {
namespace {

/// Draws `mark` as a pill that ends at `right` and returns where it begins.
int paintPill(QPainter& painter, const TileStyle& style, const QRect& row, int right,
              const TileMark& mark) {
  const int margin = style.layout.padding;
  const int width = widthOf(mark.text, style.small) + 2 * margin;
  const QRect pill(right - width, row.top() + 1, width, row.height() - 3);
  const AlarmColours& warning = style.theme.alarm(AlertPriority::Medium);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(mark.warning ? warning.background : style.theme.border);
  painter.setBrush(mark.warning ? warning.background : style.theme.tile);
  painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setFont(style.small);
  painter.setPen(mark.warning ? warning.text : style.theme.text);
  painter.drawText(pill, Qt::AlignCenter, mark.text);
  return pill.left() - margin / 2 - 1;
}

/// Adults are the rule and carry no mark.
std::optional<TileMark> ageMark(AgeGroup group) {
  switch (group) {
    case AgeGroup::Paediatric:
      return TileMark{QCoreApplication::translate("Tile", "PED"), false};
    case AgeGroup::Neonate:
      return TileMark{QCoreApplication::translate("Tile", "NEO"), false};
    case AgeGroup::Adult:
      break;
  }
  return std::nullopt;
}

/// Draws `text` at the left of `room`, elided, and returns what is left of the room.
QRect paintText(QPainter& painter, const QRect& room, const QFont& font, const QColor& colour,
                const QString& text, int gap) {
  painter.setFont(font);
  painter.setPen(colour);
  const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width());
  painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, shown);
  return room.adjusted(widthOf(shown, font) + gap, 0, 0, 0);
}

}  // namespace

void paintHeader(QPainter& painter, const TileStyle& style, const TileContent& content) {
  const QRect row = style.layout.header;
  painter.fillRect(row, style.theme.tile);
  const int bedEnd = row.left() + widthOf(content.bed, style.strong);
  int right = row.right() + 1;
  if (const auto age = ageMark(content.ageGroup))
    right = paintPill(painter, style, row, right, *age);
  for (const TileMark& mark : content.marks) {
    if (right - widthOf(mark.text, style.small) - 3 * style.layout.padding < bedEnd) break;
    right = paintPill(painter, style, row, right, mark);
  }
  QRect room = row;
  room.setRight(right - style.layout.padding);
  room = paintText(painter, room, style.strong, style.theme.text, content.bed,
                   2 * style.layout.padding);
  if (room.width() < 3 * style.layout.textPixels) return;
  paintText(painter, room, style.plain, style.theme.mutedText, content.patient, 0);
}

}  // namespace vitalwall::ui
