// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <memory>
#include <string>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "storage/sql_dialect.h"

class QSqlError;

namespace vitalwall::storage {

/// What was tried when the database refused.
enum class Act : std::uint8_t { Open, Read, Write };

/// One connection to a database, for the one thread that opened it. Errors are sentences for
/// people: "The alarm record in /var/lib/vitalwall cannot be written: the disk is full."
class Connection {
 public:
  struct Target {
    QString database;   ///< file or database name
    QString options;    ///< Qt's connect options
    std::string place;  ///< where it is, in words: "in /var/lib/vitalwall"
  };

  /// `dialect` must outlive the connection. Says nothing to the database yet.
  static absl::StatusOr<std::unique_ptr<Connection>> open(const SqlDialect& dialect,
                                                          const Target& target);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  /// Runs one statement without values.
  absl::Status execute(const QString& sql);
  /// execute() one after the other, up to the first that fails.
  absl::Status executeAll(const QStringList& statements);

  QStringList tables() const { return m_database.tables(); }
  const QSqlDatabase& database() const { return m_database; }
  const SqlDialect& dialect() const { return m_dialect; }
  const std::string& place() const { return m_place; }

  /// `error` in words.
  absl::Status failure(const QSqlError& error, Act act) const;

 private:
  Connection(const SqlDialect& dialect, const Target& target);
  absl::Status openDatabase();

  const SqlDialect& m_dialect;
  const std::string m_place;
  const QString m_name;
  QSqlDatabase m_database;
};

/// A transaction that writes; undone unless commit() succeeded.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : m_connection(connection) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  absl::Status begin();
  /// After an error it is not known whether the transaction is durable.
  absl::Status commit();

 private:
  Connection& m_connection;
  bool m_open = false;
};

}  // namespace vitalwall::storage
