// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hand_over_list.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/table_style.h"
#include "ui/texts.h"

namespace vitalwall::ui {
namespace {

constexpr QSize kListSize{1080, 560};
constexpr std::chrono::seconds kStep{1};

}  // namespace

HandOverList::HandOverList(const models::Ward& ward, const Theme& theme, QWidget* parent)
    : QDialog(parent), m_ward(ward) {
  setWindowTitle(tr("Hand-over"));
  build(theme);
  connect(&m_second, &QTimer::timeout, this, &HandOverList::refresh);
  m_second.start(kStep);
  refresh();
}

void HandOverList::build(const Theme& theme) {
  m_summary = new QLabel(this);
  auto* table = new QTableView(this);
  table->setModel(&m_lines);
  table->setAccessibleName(tr("What the next shift must know"));
  table->setItemDelegate(new ListDelegate(theme, models::HandOverModel::WhatColumn,
                                          models::HandOverModel::PriorityRole, table));
  styleAsList(*table, models::HandOverModel::WhatColumn);
  connect(table, &QTableView::activated, this, [this](const QModelIndex& index) {
    Q_EMIT bedRequested(m_lines.line(index.row()).patient);
  });
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(14, 12, 14, 12);
  layout->setSpacing(10);
  layout->addWidget(m_summary);
  layout->addWidget(table, 1);
  layout->addWidget(buttons);
  resize(kListSize);
}

void HandOverList::refresh() {
  const auto now = m_ward.clock().wallNow();
  m_lines.setLines(models::handOverLines(m_ward.beds(), m_ward.alarms(), m_ward.settings(), now));
  const int count = m_lines.rowCount();
  m_summary->setText(
      count == 0 ? tr("%1: every alarm is acknowledged, everything is as the unit wants it.")
                       .arg(timeText(now))
                 : tr("%1: %2 points. Enter opens the bed.").arg(timeText(now)).arg(count));
}

}  // namespace vitalwall::ui
