// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql_dialect.h"

namespace vitalwall::storage {

/// SQLite in a file or in memory: everything that is said to SQLite alone.
class SqliteDialect final : public SqlDialect {
 public:
  /// Database name of a record that lives in memory.
  static QString memory();
  /// Files that belong to `database`: the log of commits that are not in it yet, and its index.
  static QStringList companions(const QString& database);
  /// Connect options. A connection to check with changes neither the file nor its log.
  static QString writing();
  static QString checking();
  /// One row "ok", or one of what is damaged. Reads the whole file.
  static QString check();

  QString driver() const override;
  QString driverPackage() const override;
  QStringList setUp() const override;
  QString begin() const override;
  QString identityColumn() const override;
  QStringList makeAppendOnly(const QString& table) const override;
  Trouble troubleOf(const QSqlError& error) const override;
};

/// The one dialect object; it has no state.
const SqliteDialect& sqlite();

}  // namespace vitalwall::storage
