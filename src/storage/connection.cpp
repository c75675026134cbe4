// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include <QSqlError>
#include <QSqlQuery>
#include <atomic>

#include "domain/concat.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {
namespace {

/// Qt knows connections by a name that is unique in the process.
QString uniqueName() {
  static std::atomic<int> count = 0;
  return u"vitalwall-%1"_s.arg(++count);
}

std::string_view wordsOf(Act act) {
  switch (act) {
    case Act::Open:
      return "opened";
    case Act::Read:
      return "read";
    case Act::Write:
      return "written";
  }
  return "";
}

struct Reason {
  absl::StatusCode code;
  std::string words;
};

Reason reasonOf(Trouble trouble, const QSqlError& error) {
  switch (trouble) {
    case Trouble::DiskFull:
      return {absl::StatusCode::kResourceExhausted, "the disk is full"};
    case Trouble::Damaged:
      return {absl::StatusCode::kDataLoss, "it is damaged"};
    case Trouble::Busy:
      return {absl::StatusCode::kAborted, "another program holds it"};
    case Trouble::NotPermitted:
      return {absl::StatusCode::kPermissionDenied, "writing is not permitted there"};
    case Trouble::NotThere:
      return {absl::StatusCode::kNotFound, "its file cannot be opened"};
    case Trouble::Device:
      return {absl::StatusCode::kInternal, "the disk reports an error"};
    case Trouble::Other:
      break;
  }
  return {absl::StatusCode::kInternal, error.text().trimmed().toStdString()};
}

}  // namespace

Connection::Connection(const SqlDialect& dialect, const Target& target)
    : m_dialect(dialect),
      m_place(target.place),
      m_name(uniqueName()),
      m_database(QSqlDatabase::addDatabase(dialect.driver(), m_name)) {
  m_database.setDatabaseName(target.database);
  m_database.setConnectOptions(target.options);
}

Connection::~Connection() {
  m_database = QSqlDatabase();
  QSqlDatabase::removeDatabase(m_name);
}

absl::StatusOr<std::unique_ptr<Connection>> Connection::open(const SqlDialect& dialect,
                                                             const Target& target) {
  std::unique_ptr<Connection> connection(new Connection(dialect, target));
  if (const auto status = connection->openDatabase(); !status.ok()) return status;
  return connection;
}

absl::Status Connection::openDatabase() {
  if (!m_database.isValid())
    return absl::UnimplementedError(
        concat("Qt's database driver ", m_dialect.driver().toStdString(),
               " is not installed (Debian: ", m_dialect.driverPackage().toStdString(), ")."));
  return m_database.open() ? absl::OkStatus() : failure(m_database.lastError(), Act::Open);
}

absl::Status Connection::execute(const QString& sql) {
  QSqlQuery query(m_database);
  return query.exec(sql) ? absl::OkStatus() : failure(query.lastError(), Act::Write);
}

absl::Status Connection::executeAll(const QStringList& statements) {
  for (const QString& statement : statements)
    if (auto status = execute(statement); !status.ok()) return status;
  return absl::OkStatus();
}

absl::Status Connection::failure(const QSqlError& error, Act act) const {
  const Reason reason = reasonOf(m_dialect.troubleOf(error), error);
  return absl::Status(reason.code, concat("The alarm record ", m_place, " cannot be ", wordsOf(act),
                                          ": ", reason.words, "."));
}

Transaction::~Transaction() {
  // Where the database has undone it by itself there is nothing to undo, which is no error here.
  if (m_open) m_connection.execute(u"ROLLBACK"_s).IgnoreError();
}

absl::Status Transaction::begin() {
  auto status = m_connection.execute(m_connection.dialect().begin());
  m_open = status.ok();
  return status;
}

absl::Status Transaction::commit() {
  auto status = m_connection.execute(u"COMMIT"_s);
  if (status.ok()) m_open = false;
  return status;
}

}  // namespace vitalwall::storage
