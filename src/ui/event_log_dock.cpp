// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/event_log_dock.h"

#include <QHeaderView>
#include <QTableView>

namespace vitalwall::ui {

EventLogDock::EventLogDock(const models::EventLog& events, QWidget* parent)
    : QDockWidget(tr("Event log"), parent) {
  setObjectName(QStringLiteral("eventLog"));
  auto* table = new QTableView(this);
  // Views take a mutable model, although the table only reads.
  table->setModel(const_cast<models::EventLog*>(&events));
  table->setAccessibleName(tr("Event log, newest first"));
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setAlternatingRowColors(true);
  table->setShowGrid(false);
  table->verticalHeader()->hide();
  auto* header = table->horizontalHeader();
  header->setStretchLastSection(true);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  header->resizeSection(models::EventLog::TimeColumn, 90);
  header->resizeSection(models::EventLog::KindColumn, 110);
  header->resizeSection(models::EventLog::BedColumn, 100);
  setWidget(table);
}

}  // namespace vitalwall::ui
