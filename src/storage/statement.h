// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>
#include <QString>
#include <QVariantList>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "storage/columns.h"
#include "storage/connection.h"

namespace vitalwall::storage {

/// One SQL statement with a ? for each value: prepared when it first runs, then run again and
/// again.
class Statement {
 public:
  /// `connection` must outlive the statement.
  Statement(const Connection& connection, QString sql);

  /// Runs a statement that writes; returns how many rows it changed.
  absl::StatusOr<int> run(const QVariantList& values);

  /// Runs a statement that reads; returns all its rows.
  absl::StatusOr<QList<QVariantList>> rows(const QVariantList& values = {});

  /// The rows as values of the domain. DataLoss when a column holds what nobody wrote there.
  template <typename Record>
  absl::StatusOr<std::vector<Record>> read(const QVariantList& values = {});

 private:
  absl::Status execute(const QVariantList& values, Act act);
  absl::Status unreadable() const;

  const Connection& m_connection;
  const QString m_sql;
  QSqlQuery m_query;
  bool m_prepared = false;
};

template <typename Record>
absl::StatusOr<std::vector<Record>> Statement::read(const QVariantList& values) {
  const auto found = rows(values);
  if (!found.ok()) return found.status();
  std::vector<Record> records(static_cast<std::size_t>(found->size()));
  for (std::size_t i = 0; i < records.size(); ++i) {
    RowReader row(found->at(static_cast<qsizetype>(i)));
    visitColumns(records[i], row);
    if (!row.isOk()) return unreadable();
  }
  return records;
}

/// "a, b, c"
QString commaList(const QStringList& names);
/// INSERT INTO `table` with a ? for each of `columns`.
QString insertInto(const QString& table, const QStringList& columns);
/// SELECT of `columns` FROM `table`.
QString selectFrom(const QString& table, const QStringList& columns);

}  // namespace vitalwall::storage
