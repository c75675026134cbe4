// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table_style.h"

#include <QHeaderView>
#include <QTableView>

namespace vitalwall::ui {

void styleAsList(QTableView& table, int wideColumn) {
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setSelectionMode(QAbstractItemView::SingleSelection);
  table.setEditTriggers(QAbstractItemView::NoEditTriggers);
  table.setAlternatingRowColors(true);
  table.setShowGrid(false);
  table.setWordWrap(false);
  table.setTabKeyNavigation(false);
  table.verticalHeader()->hide();
  table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 10);
  auto* columns = table.horizontalHeader();
  columns->setSectionResizeMode(QHeaderView::ResizeToContents);
  columns->setSectionResizeMode(wideColumn, QHeaderView::Stretch);
  columns->setHighlightSections(false);
  columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

}  // namespace vitalwall::ui
