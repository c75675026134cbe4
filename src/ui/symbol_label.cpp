// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/symbol_label.h"

#include <QPainter>

namespace vitalwall::ui {

SymbolLabel::SymbolLabel(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SymbolLabel::setSymbol(AlarmSymbol symbol) {
  if (symbol == m_symbol) return;
  m_symbol = symbol;
  update();
}

QSize SymbolLabel::sizeHint() const {
  const int side = fontMetrics().height();
  return {side, side};
}

void SymbolLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintAlarmSymbol(painter, m_symbol, QRectF(rect()).adjusted(1, 1, -1, -1),
                   palette().color(QPalette::WindowText));
}

}  // namespace vitalwall::ui
