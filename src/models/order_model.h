// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "domain/order.h"

namespace vitalwall::models {

/// The orders of all watched patients in their newest state, in order of first arrival. GUI thread.
class OrderModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role { PatientIdRole = Qt::UserRole + 1, StatusRole };

  explicit OrderModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  /// Takes an order; false if it is known so. What the server says last holds, whatever the time in
  /// it: the stream is in order, and a clock may have been set back.
  bool apply(const Order& order);
  void forget(PatientId patient);

  const Order& order(int row) const { return m_orders.at(static_cast<std::size_t>(row)); }

 private:
  int rowOf(OrderId order) const;

  std::vector<Order> m_orders;
};

/// "on hold", "completed" ...: an order's status for people.
QString orderStatusName(OrderStatus status);

}  // namespace vitalwall::models
