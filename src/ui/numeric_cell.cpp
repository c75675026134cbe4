// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numeric_cell.h"

#include <QPainter>

#include "ui/scaled_font.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

constexpr int kPad = 8;
constexpr double kDimmed = 0.5;

/// The largest size up to `wanted` pixels at which `text` fits into `width`.
QFont fitted(QFont font, const QString& text, int wanted, int width) {
  font.setPixelSize(wanted);
  const int needed = QFontMetrics(font).horizontalAdvance(text);
  if (needed > width) font.setPixelSize(std::max(10, wanted * width / needed));
  return font;
}

}  // namespace

NumericCell::NumericCell(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {}

void NumericCell::setNumeric(const TileNumeric& numeric) {
  if (numeric == m_numeric) return;
  m_numeric = numeric;
  setAccessibleName(spokenText());
  update();
}

void NumericCell::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto card = rect().adjusted(1, 1, -1, -1);
  painter.setPen(m_numeric.alarm ? m_theme.alarm(*m_numeric.alarm).background : m_theme.border);
  painter.setBrush(m_theme.tile);
  painter.drawRoundedRect(card, 5, 5);
  const auto inner = card.adjusted(kPad, kPad / 2, -kPad, -kPad / 2);
  const int captionHeight = fontMetrics().height();
  paintCaption(painter, inner.adjusted(0, 0, 0, captionHeight - inner.height()));
  paintValue(painter, inner.adjusted(0, captionHeight + 2, 0, 0));
}

bool NumericCell::hasValue() const {
  return m_numeric.freshness != Freshness::Lost && !m_numeric.value.isEmpty();
}

QColor NumericCell::valueColour() const {
  if (!hasValue()) return m_theme.mutedText;
  if (m_numeric.alarm) return m_theme.alarm(*m_numeric.alarm).text;
  const auto colour = m_theme.colourOf(m_numeric.role);
  return m_numeric.freshness == Freshness::Dimmed ? mixed(colour, m_theme.tile, kDimmed) : colour;
}

QString NumericCell::spokenText() const {
  const auto value = hasValue() ? m_numeric.value : tr("no value");
  const auto note = m_numeric.freshness == Freshness::Fresh ? m_numeric.limits : m_numeric.ageText;
  return QStringLiteral("%1 %2 %3 %4").arg(m_numeric.label, value, m_numeric.unit, note).trimmed();
}

void NumericCell::paintCaption(QPainter& painter, const QRect& area) const {
  auto bold = font();
  bold.setBold(true);
  painter.setFont(bold);
  painter.setPen(m_theme.colourOf(m_numeric.role));
  painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, m_numeric.label);
  const auto small = scaledFont(font(), 0.86);
  painter.setFont(small);
  painter.setPen(m_theme.mutedText);
  const auto note = m_numeric.freshness == Freshness::Fresh ? m_numeric.limits : m_numeric.ageText;
  painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, note);
  const QFontMetrics metrics(small);
  const int used = QFontMetrics(bold).horizontalAdvance(m_numeric.label) + kPad;
  const int room = area.width() - used - metrics.horizontalAdvance(note) - kPad / 2;
  if (metrics.horizontalAdvance(m_numeric.unit) <= room)  // limits and age go before the unit
    painter.drawText(area.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_numeric.unit);
}

void NumericCell::paintValue(QPainter& painter, const QRect& area) const {
  const auto text = hasValue() ? m_numeric.value : kNoValue;
  auto bold = font();
  bold.setBold(true);
  painter.setFont(fitted(bold, text, area.height(), area.width() - kPad));
  if (m_numeric.alarm && hasValue()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.alarm(*m_numeric.alarm).background);
    const int width = painter.fontMetrics().horizontalAdvance(text) + 2 * kPad;
    painter.drawRoundedRect(QRect(area.right() - width + 1, area.top(), width, area.height()), 4,
                            4);
  }
  painter.setPen(valueColour());
  painter.drawText(area.adjusted(0, 0, -kPad, 0), Qt::AlignRight | Qt::AlignVCenter, text);
}

}  // namespace vitalwall::ui
