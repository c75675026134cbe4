// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QSqlError;

namespace vitalwall::storage {

/// Why a database refuses, as far as people can do something about it.
enum class Trouble : std::uint8_t {
  DiskFull,
  Damaged,       ///< the file is no database any more
  Busy,          ///< somebody else holds it
  NotPermitted,  ///< it, or its folder, may not be written
  NotThere,      ///< the file cannot be opened or made
  Device,        ///< the disk reports an error
  Other
};

/// What one database system says differently from the others. Everything else that is sent to a
/// database is SQL that SQLite and PostgreSQL both understand.
class SqlDialect {
 public:
  SqlDialect() = default;
  SqlDialect(const SqlDialect&) = delete;
  SqlDialect& operator=(const SqlDialect&) = delete;
  virtual ~SqlDialect() = default;

  /// Qt's name of the driver, and what to install for it.
  virtual QString driver() const = 0;
  virtual QString driverPackage() const = 0;

  /// What every connection that writes says first: how durable a commit is, for example.
  virtual QStringList setUp() const = 0;
  /// Begins a transaction that will write.
  virtual QString begin() const = 0;
  /// Type of a key column that numbers its rows in the order of their coming.
  virtual QString identityColumn() const = 0;
  /// Statements after which `table` takes new rows, and neither changes nor loses one.
  virtual QStringList makeAppendOnly(const QString& table) const = 0;

  virtual Trouble troubleOf(const QSqlError& error) const = 0;
};

}  // namespace vitalwall::storage
