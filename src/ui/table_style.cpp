// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table_style.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace vitalwall::ui {
namespace {

constexpr int kColumnGap = 14;  ///< between the columns
constexpr int kPriorityStripe = 5;

}  // namespace

ListDelegate::ListDelegate(Theme theme, int priorityColumn, int priorityRole, QObject* parent)
    : QStyledItemDelegate(parent),
      m_theme(std::move(theme)),
      m_priorityColumn(priorityColumn),
      m_priorityRole(priorityRole) {}

void ListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  const auto priority = index.data(m_priorityRole);
  if (index.column() != m_priorityColumn || !priority.isValid())
    return QStyledItemDelegate::paint(painter, option, index);
  auto text = option;
  text.rect.setLeft(option.rect.left() + kPriorityStripe + 2);
  QStyledItemDelegate::paint(painter, text, index);
  painter->fillRect(
      QRect(option.rect.left(), option.rect.top() + 3, kPriorityStripe, option.rect.height() - 6),
      m_theme.alarm(priority.value<AlertPriority>()).background);
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return QStyledItemDelegate::sizeHint(option, index) + QSize(kColumnGap, 0);
}

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
