// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/wall/tile_parts.h"
#include "ui/wall/tile_words.h"

namespace vitalwall::ui {
namespace {

/// Where label, limits and value of a cell go.
struct CellLayout {
  QRect label;
  QRect unit;  ///< empty where there is no room
  QRect note;  ///< limits, or the age of a value that is not fresh
  Qt::Alignment noteAlignment;
  QRect value;
  int pixels = 0;  ///< of the value
};

/// Room for "90–100" beside the value, in heights of small text.
constexpr double kGutter = 3.9;

/// Neighbouring cells look alike unless one layout really pays.
constexpr double kClearlyLarger = 1.2;

/// Widest text that a role usually shows, so that its digits keep one size.
QString widestValue(ParameterRole role) {
  switch (role) {
    case ParameterRole::ArterialPressure:
    case ParameterRole::PulmonaryPressure:
    case ParameterRole::CuffPressure:
      return QStringLiteral("188/88");
    case ParameterRole::Temperature:
      return QStringLiteral("38.8");
    default:
      return QStringLiteral("188");
  }
}

QString measuredText(const TileNumeric& numeric) {
  const QString usual = widestValue(numeric.role);
  return numeric.value.size() > usual.size() ? numeric.value : usual;
}

int pixelsFor(const TileStyle& style, const TileNumeric& numeric, const QRect& room) {
  return style.ruler.fittingPixels(measuredText(numeric),
                                   QSizeF(room.width(), room.height() * 0.86));
}

/// Label, unit and limits stacked left of the value.
CellLayout sideBySide(const TileStyle& style, const QRect& cell, const TileNumeric& numeric) {
  const int row = style.layout.smallTextPixels() * 5 / 4;
  const int gutter = int(style.layout.smallTextPixels() * kGutter) + style.layout.padding;
  CellLayout layout;
  layout.label = QRect(cell.left(), cell.top(), gutter, row);
  if (cell.height() >= 3 * row) layout.unit = layout.label.translated(0, row);
  layout.note = QRect(cell.left(), cell.bottom() + 1 - row, gutter, row);
  layout.noteAlignment = Qt::AlignLeft;
  layout.value = cell.adjusted(gutter, 0, 0, 0);
  layout.pixels = pixelsFor(style, numeric, layout.value);
  return layout;
}

/// Label and limits in one row above the value.
CellLayout stacked(const TileStyle& style, const QRect& cell, const TileNumeric& numeric) {
  const int row = style.layout.smallTextPixels() * 5 / 4;
  const int labelWidth = widthOf(numeric.label, style.small) + style.layout.padding;
  CellLayout layout;
  layout.label = QRect(cell.left(), cell.top(), cell.width(), row);
  layout.note = layout.label.adjusted(labelWidth, 0, 0, 0);
  layout.noteAlignment = Qt::AlignRight;
  layout.value = cell.adjusted(0, row, 0, 0);
  layout.pixels = pixelsFor(style, numeric, layout.value);
  return layout;
}

CellLayout layoutOf(const TileStyle& style, const QRect& cell, const TileNumeric& numeric) {
  const QRect inner =
      cell.adjusted(style.layout.padding / 2 + 1, 1, -style.layout.padding / 2 - 1, -1);
  const CellLayout beside = sideBySide(style, inner, numeric);
  const CellLayout above = stacked(style, inner, numeric);
  return beside.pixels > kClearlyLarger * above.pixels ? beside : above;
}

struct CellColours {
  QColor ground;
  QColor value;
  QColor label;
  QColor note;
};

CellColours coloursOf(const TileStyle& style, const TileNumeric& numeric, bool bright) {
  const QColor own = style.theme.colourOf(numeric.role);
  if (numeric.alarm && bright) {
    const AlarmColours& alarm = style.theme.alarm(*numeric.alarm);
    return {alarm.background, alarm.text, alarm.text, alarm.text};
  }
  const QColor dim = mixed(own, style.theme.tile, 0.5);
  const bool fresh = numeric.freshness == Freshness::Fresh;
  return {style.theme.tile, fresh ? own : dim, fresh ? own : dim,
          fresh ? style.theme.mutedText : style.theme.text};
}

void paintGround(QPainter& painter, const TileStyle& style, const QRect& cell,
                 const QColor& ground) {
  painter.fillRect(cell, style.theme.tile);
  if (ground == style.theme.tile) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(cell, 3, 3);
  painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Right-aligned, its capitals in the middle of `room`.
void paintValue(QPainter& painter, const TileStyle& style, const CellLayout& layout,
                const QString& text) {
  QFont font = style.digits;
  font.setPixelSize(layout.pixels);
  const double x = layout.value.right() + 1 - layout.pixels * style.ruler.widthOf(text);
  const double y = layout.value.center().y() + 0.5 + layout.pixels * style.ruler.height() / 2;
  painter.setFont(font);
  painter.drawText(QPointF(x, y), text);
}

bool fits(const QPainter& painter, const QRect& room, const QString& text) {
  return painter.fontMetrics().horizontalAdvance(text) <= room.width();
}

/// A text that would be cut is left out: half a limit is a wrong limit.
void paintNote(QPainter& painter, const QRect& room, Qt::Alignment alignment, const QString& text) {
  if (fits(painter, room, text)) painter.drawText(room, alignment | Qt::AlignVCenter, text);
}

/// The sign of a parameter whose alarms are off, where its limits would be.
void paintAlarmOff(QPainter& painter, const CellLayout& layout, const QColor& ink) {
  QRectF box(layout.note);
  box.setWidth(std::min(box.width(), box.height()));
  if (layout.noteAlignment == Qt::AlignRight) box.moveRight(layout.note.right() + 1);
  paintAlarmSymbol(painter, AlarmSymbol::AlarmOff, box, ink);
}

void paintLabels(QPainter& painter, const CellLayout& layout, const CellColours& colours,
                 const TileNumeric& numeric) {
  painter.setPen(colours.label);
  paintNote(painter, layout.label, Qt::AlignLeft, numeric.label);
  painter.setPen(colours.note);
  if (!layout.unit.isEmpty()) paintNote(painter, layout.unit, Qt::AlignLeft, numeric.unit);
  if (numeric.alarmOff)
    paintAlarmOff(painter, layout, colours.label);
  else
    paintNote(painter, layout.note, layout.noteAlignment, numeric.limits);
}

/// The age takes the label's place where there is room for one only: a value without its age
/// would look newer than it is, and its colour still says what it is.
void paintAge(QPainter& painter, const CellLayout& layout, const CellColours& colours,
              const TileNumeric& numeric) {
  const bool roomForBoth = fits(painter, layout.note, numeric.ageText);
  painter.setPen(colours.label);
  if (roomForBoth) paintNote(painter, layout.label, Qt::AlignLeft, numeric.label);
  painter.setPen(colours.note);
  painter.drawText(roomForBoth ? layout.note : layout.label,
                   layout.noteAlignment | Qt::AlignVCenter, numeric.ageText);
}

}  // namespace

int usualWidth(const TileNumeric& numeric) {
  return int(measuredText(numeric).size());
}

void paintNumeric(QPainter& painter, const TileStyle& style, const QRect& cell,
                  const TileNumeric& numeric, bool bright) {
  const CellLayout layout = layoutOf(style, cell, numeric);
  const CellColours colours = coloursOf(style, numeric, bright);
  paintGround(painter, style, cell, colours.ground);
  painter.setPen(colours.value);
  paintValue(painter, style, layout, shownValue(numeric));

  painter.setFont(style.small);
  if (numeric.freshness == Freshness::Fresh)
    paintLabels(painter, layout, colours, numeric);
  else
    paintAge(painter, layout, colours, numeric);
}

}  // namespace vitalwall::ui
