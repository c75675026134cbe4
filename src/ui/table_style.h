// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme.h"

class QTableView;

namespace vitalwall::ui {

/// Draws the cells of the windows' lists with room between the columns. The cells of one column
/// carry the colour of their alarm's priority as a stripe at the left, if `priorityRole` gives one.
class ListDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  ListDelegate(Theme theme, int priorityColumn, int priorityRole, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const Theme m_theme;
  const int m_priorityColumn;
  const int m_priorityRole;
};

/// Makes a table of the windows' lists: whole rows, nothing to edit, columns as wide as their
/// texts, one that takes the rest.
void styleAsList(QTableView& table, int wideColumn);

}  // namespace vitalwall::ui
