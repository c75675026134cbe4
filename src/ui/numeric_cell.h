// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/wall/tile_content.h"

namespace vitalwall::ui {

/// One numeric, large: label, unit and limits above, the value beneath. GUI thread.
class NumericCell : public QWidget {
  Q_OBJECT

 public:
  explicit NumericCell(const Theme& theme, QWidget* parent = nullptr);

  /// Shows `numeric`; drawn again only if it differs.
  void setNumeric(const TileNumeric& numeric);
  const TileNumeric& numeric() const { return m_numeric; }

  QSize sizeHint() const override { return {150, 76}; }
  QSize minimumSizeHint() const override { return {110, 62}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  bool hasValue() const;
  QColor valueColour() const;
  QString spokenText() const;
  void paintCaption(QPainter& painter, const QRect& area) const;
  void paintValue(QPainter& painter, const QRect& area) const;

  const Theme m_theme;
  TileNumeric m_numeric;
};

}  // namespace vitalwall::ui
