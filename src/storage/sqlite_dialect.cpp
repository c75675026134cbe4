// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite_dialect.h"

#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {
namespace {

/// Primary result codes of SQLite (sqlite.org/rescode.html); the upper bits tell more of the same.
enum ResultCode : int {
  kBusy = 5,
  kLocked = 6,
  kReadOnly = 8,
  kIoError = 10,
  kCorrupt = 11,
  kFull = 13,
  kCannotOpen = 14,
  kNotPermitted = 23,
  kNotADatabase = 26
};
constexpr int kPrimaryMask = 0xff;

}  // namespace

QString SqliteDialect::memory() {
  return u":memory:"_s;
}

QStringList SqliteDialect::companions(const QString& database) {
  return {database + u"-wal"_s, database + u"-shm"_s};
}

/// One server has the record for itself; whoever copies it meanwhile is done within this time.
QString SqliteDialect::writing() {
  return u"QSQLITE_BUSY_TIMEOUT=2000"_s;
}

/// Only a connection that may not write leaves the log alone when it closes.
QString SqliteDialect::checking() {
  return u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s;
}

QString SqliteDialect::check() {
  return u"PRAGMA quick_check(1)"_s;
}

QString SqliteDialect::driver() const {
  return u"QSQLITE"_s;
}

QString SqliteDialect::driverPackage() const {
  return u"libqt6sql6-sqlite"_s;
}

/// FULL waits for the disk at every commit: with NORMAL a power cut takes the newest ones along.
QStringList SqliteDialect::setUp() const {
  return {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
          u"PRAGMA foreign_keys = ON"_s, u"PRAGMA cell_size_check = ON"_s};
}

/// Takes the write lock at once: a transaction that read first could not get it any more after
/// somebody else's commit.
QString SqliteDialect::begin() const {
  return u"BEGIN IMMEDIATE"_s;
}

QString SqliteDialect::identityColumn() const {
  return u"INTEGER PRIMARY KEY AUTOINCREMENT"_s;
}

QStringList SqliteDialect::makeAppendOnly(const QString& table) const {
  const QString trigger =
      u"CREATE TRIGGER %1_%2 BEFORE %3 ON %1 BEGIN "
      "SELECT RAISE(ABORT, 'rows of %1 are only ever added'); END"_s;
  return {trigger.arg(table, u"keeps_rows"_s, u"UPDATE"_s),
          trigger.arg(table, u"keeps_all_rows"_s, u"DELETE"_s)};
}

Trouble SqliteDialect::troubleOf(const QSqlError& error) const {
  switch (error.nativeErrorCode().toInt() & kPrimaryMask) {
    case kBusy:
    case kLocked:
      return Trouble::Busy;
    case kReadOnly:
    case kNotPermitted:
      return Trouble::NotPermitted;
    case kIoError:
      return Trouble::Device;
    case kCorrupt:
    case kNotADatabase:
      return Trouble::Damaged;
    case kFull:
      return Trouble::DiskFull;
    case kCannotOpen:
      return Trouble::NotThere;
    default:
      return Trouble::Other;
  }
}

const SqliteDialect& sqlite() {
  static const SqliteDialect dialect;
  return dialect;
}

}  // namespace vitalwall::storage
