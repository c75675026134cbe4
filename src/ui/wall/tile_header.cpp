// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "ui/wall/tile_parts.h"

namespace vitalwall::ui {
namespace {

int symbolWidth(const TileStyle& style, const TileMark& mark) {
  return mark.symbol == AlarmSymbol::None ? 0 : style.layout.smallTextPixels() + 1;
}

int pillWidth(const TileStyle& style, const TileMark& mark) {
  const int gap = mark.text.isEmpty() || mark.symbol == AlarmSymbol::None ? 0 : 3;
  return symbolWidth(style, mark) + gap + widthOf(mark.text, style.small) +
         2 * style.layout.padding;
}

int pillGap(const TileStyle& style) {
  return style.layout.padding / 2 + 1;
}

/// The marks as far as they fit into `room`: texts give way from the last one on, then marks.
std::vector<TileMark> fittingMarks(const TileStyle& style, std::vector<TileMark> marks, int room) {
  const auto isTooWide = [&] {
    int width = 0;
    for (const TileMark& mark : marks) width += pillWidth(style, mark) + pillGap(style);
    return width > room;
  };
  for (auto mark = marks.rbegin(); mark != marks.rend() && isTooWide(); ++mark)
    if (mark->symbol != AlarmSymbol::None) mark->text.clear();
  while (!marks.empty() && isTooWide()) marks.pop_back();
  return marks;
}

void paintPillGround(QPainter& painter, const TileStyle& style, const QRect& pill, bool warning) {
  const QColor ring =
      warning ? style.theme.alarm(AlertPriority::Medium).background : style.theme.border;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(ring);
  painter.setBrush(warning ? mixed(ring, style.theme.tile, 0.25) : style.theme.tile);
  painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Draws `mark` as a pill that ends at `right` and returns where it begins. A warning is an outline
/// of the alarm's colour: a filled pill would look like an alarm.
int paintPill(QPainter& painter, const TileStyle& style, const QRect& row, int right,
              const TileMark& mark) {
  const int width = pillWidth(style, mark);
  const QRect pill(right - width, row.top() + 1, width, row.height() - 3);
  paintPillGround(painter, style, pill, mark.warning);
  const QRect inner = pill.adjusted(style.layout.padding, 0, -style.layout.padding, 0);
  const int symbol = symbolWidth(style, mark);
  paintAlarmSymbol(painter, mark.symbol,
                   QRectF(inner.left(), pill.top() + 1, symbol, pill.height() - 2),
                   style.theme.text);
  painter.setFont(style.small);
  painter.setPen(style.theme.text);
  painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, mark.text);
  return pill.left() - pillGap(style);
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
  const int forMarks = right - bedEnd - style.layout.padding;
  for (const TileMark& mark : fittingMarks(style, content.marks, forMarks))
    right = paintPill(painter, style, row, right, mark);
  QRect room = row;
  room.setRight(right - style.layout.padding);
  room = paintText(painter, room, style.strong, style.theme.text, content.bed,
                   2 * style.layout.padding);
  if (room.width() < 3 * style.layout.textPixels) return;
  paintText(painter, room, style.plain, style.theme.mutedText, content.patient, 0);
}

}  // namespace vitalwall::ui
