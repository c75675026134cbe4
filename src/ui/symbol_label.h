// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/wall/alarm_symbol.h"

namespace vitalwall::ui {

/// A drawn sign beside a text, as high as the text, in its colour.
class SymbolLabel : public QWidget {
  Q_OBJECT

 public:
  explicit SymbolLabel(QWidget* parent = nullptr);

  void setSymbol(AlarmSymbol symbol);
  AlarmSymbol symbol() const { return m_symbol; }

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  AlarmSymbol m_symbol = AlarmSymbol::None;
};

}  // namespace vitalwall::ui
