// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace vitalwall::models {
namespace {

QString detailOf(const Order& order) {
  const auto time = QDateTime::fromMSecsSinceEpoch(toUnixMillis(order.changedAt));
  const auto at = QLocale().toString(time.time(), QLocale::ShortFormat);
  const auto status = orderStatusName(order.status);
  if (order.changedBy.empty()) return OrderModel::tr("%1, %2").arg(status, at);
  return OrderModel::tr("%1, %2, by %3").arg(status, at, QString::fromStdString(order.changedBy));
}

}  // namespace

OrderModel::OrderModel(QObject* parent) : QAbstractListModel(parent) {}

int OrderModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_orders.size());
}

QVariant OrderModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& entry = order(index.row());
  switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
      return tr("%1 (%2)").arg(QString::fromStdString(entry.description), detailOf(entry));
    case PatientIdRole:
      return QVariant::fromValue(entry.patient);
    case StatusRole:
      return QVariant::fromValue(entry.status);
    default:
      return {};
  }
}

bool OrderModel::apply(const Order& newest) {
  const int row = rowOf(newest.id);
  if (row < 0) {
    beginInsertRows({}, rowCount(), rowCount());
    m_orders.push_back(newest);
    endInsertRows();
    return true;
  }
  auto& known = m_orders[static_cast<std::size_t>(row)];
  if (newest == known) return false;
  known = newest;
  Q_EMIT dataChanged(index(row), index(row));
  return true;
}

void OrderModel::forget(PatientId patient) {
  for (int row = rowCount() - 1; row >= 0; --row) {
    if (order(row).patient != patient) continue;
    beginRemoveRows({}, row, row);
    m_orders.erase(m_orders.begin() + row);
    endRemoveRows();
  }
}

int OrderModel::rowOf(OrderId id) const {
  const auto found = std::find_if(m_orders.begin(), m_orders.end(),
                                  [id](const Order& order) { return order.id == id; });
  return found == m_orders.end() ? -1 : static_cast<int>(found - m_orders.begin());
}

QString orderStatusName(OrderStatus status) {
  switch (status) {
    case OrderStatus::Active:
      return OrderModel::tr("active");
    case OrderStatus::OnHold:
      return OrderModel::tr("on hold");
    case OrderStatus::Completed:
      return OrderModel::tr("completed");
    case OrderStatus::Cancelled:
      break;
  }
  return OrderModel::tr("cancelled");
}

}  // namespace vitalwall::models
