// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/order_table.h"

#include "storage/record_columns.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {
namespace {

QString upsertOrder() {
  QStringList assignments;
  for (const QString& column : columnsOf<Order>())
    assignments.append(u"%1 = excluded.%1"_s.arg(column));
  return insertInto(u"orders"_s, columnsOf<Order>()) + u" ON CONFLICT (id) DO UPDATE SET "_s +
         commaList(assignments);
}

}  // namespace

OrderTable::OrderTable(const Connection& connection)
    : m_find(connection, selectFrom(u"orders"_s, columnsOf<Order>()) + u" WHERE id = ?"_s),
      m_store(connection, upsertOrder()),
      m_append(connection, insertInto(u"order_history"_s, columnsOf<Order>())),
      m_newest(connection, selectFrom(u"orders"_s, columnsOf<Order>()) + u" ORDER BY id"_s) {}

absl::Status OrderTable::store(const Order& order) {
  const auto found = m_find.read<Order>({toSql(order.id)});
  if (!found.ok()) return found.status();
  if (!found->empty() && found->front() == order) return absl::OkStatus();
  const QVariantList values = valuesOf(order);
  const auto stored = m_store.run(values);
  return stored.ok() ? m_append.run(values).status() : stored.status();
}

absl::StatusOr<std::vector<Order>> OrderTable::newest() {
  return m_newest.read<Order>();
}

}  // namespace vitalwall::storage
