// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme.h"

namespace vitalwall::ui {

/// Draws a cell of the limits: bold on a tinted ground what is not as the unit wants it, in italics
/// what the server has not confirmed yet.
class LimitsDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit LimitsDelegate(Theme theme, QObject* parent = nullptr);

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

 private:
  const Theme m_theme;
};

}  // namespace vitalwall::ui
