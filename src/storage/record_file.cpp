// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_file.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include "domain/concat.h"
#include "storage/schema.h"
#include "storage/sqlite_dialect.h"
#include "storage/statement.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {
namespace {

using Damage = std::optional<std::string>;

/// Commits that have not reached the file yet.
bool hasCommits(const QString& log) {
  return QFileInfo(log).size() > 0;
}

/// What the database itself finds.
absl::StatusOr<Damage> damageInside(const QString& file, const std::string& place) {
  const auto connection = Connection::open(sqlite(), {file, SqliteDialect::checking(), place});
  if (!connection.ok()) return connection.status();
  Statement check(**connection, SqliteDialect::check());
  const auto found = check.rows();
  if (absl::IsDataLoss(found.status())) return "its file is no database any more";
  if (!found.ok()) return found.status();
  const QString first = found->value(0).value(0).toString();
  if (first != u"ok"_s) return "its check says: " + first.toStdString();
  const auto version = schemaVersion(**connection);
  if (absl::IsDataLoss(version.status()) || (version.ok() && *version == 0))
    return "there is no alarm record in it";
  if (!version.ok()) return version.status();
  return std::nullopt;
}

/// "alarm-record.db" becomes "alarm-record.damaged-20260101T120000Z.db".
QString damagedName(const QString& file, WallTime now, int attempt) {
  const QFileInfo info(file);
  const QString time =
      QDateTime::fromMSecsSinceEpoch(toUnixMillis(now)).toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
  const QString suffix = attempt == 1 ? QString() : u"-%1"_s.arg(attempt);
  return u"%1/%2.damaged-%3%4.%5"_s.arg(info.path(), info.completeBaseName(), time, suffix,
                                        info.suffix());
}

QString freeName(const QString& file, WallTime now) {
  for (int attempt = 1;; ++attempt) {
    QString name = damagedName(file, now, attempt);
    bool isFree = !QFile::exists(name);
    for (const QString& companion : SqliteDialect::companions(name))
      isFree = isFree && !QFile::exists(companion);
    if (isFree) return name;
  }
}

absl::Status renameIfThere(const QString& from, const QString& to) {
  QFile file(from);
  if (!file.exists() || file.rename(to)) return absl::OkStatus();
  return absl::PermissionDeniedError(
      concat("The damaged alarm record ", from.toStdString(),
             " cannot be set aside: ", file.errorString().toStdString(), "."));
}

void removeAll(const QString& file) {
  QFile::remove(file);
  for (const QString& companion : SqliteDialect::companions(file)) QFile::remove(companion);
}

}  // namespace

absl::StatusOr<Damage> damageOf(const QString& file, const std::string& place) {
  const QFileInfo info(file);
  if (!info.exists())
    return hasCommits(SqliteDialect::companions(file).constFirst())
               ? Damage("its main file is missing")
               : std::nullopt;
  if (info.size() == 0) return "it is empty";
  return damageInside(file, place);
}

/// The file goes first: were its log renamed alone, a sound file would have lost commits in
/// silence.
absl::StatusOr<std::string> setAside(const QString& file, WallTime now) {
  const QString name = freeName(file, now);
  auto status = renameIfThere(file, name);
  const QStringList from = SqliteDialect::companions(file);
  const QStringList to = SqliteDialect::companions(name);
  for (qsizetype i = 0; i < from.size() && status.ok(); ++i)
    status = renameIfThere(from.at(i), to.at(i));
  if (!status.ok()) return status;
  return QFileInfo(name).fileName().toStdString();
}

absl::Status createRecord(const QString& file, const std::string& place) {
  const QString unfinished = file + u".new"_s;
  removeAll(unfinished);
  // The scope closes the connection, which brings everything into the one file.
  if (const auto connection = openForWriting(unfinished, place); !connection.ok())
    return connection.status();
  QFile made(unfinished);
  const bool isComplete = !hasCommits(SqliteDialect::companions(unfinished).constFirst());
  const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
  if (isComplete && made.setPermissions(ownerOnly) && made.rename(file)) return absl::OkStatus();
  return absl::UnavailableError(concat("The alarm record ", place,
                                       " cannot be made: ", made.errorString().toStdString(), "."));
}

absl::StatusOr<std::unique_ptr<Connection>> openForWriting(const QString& file,
                                                           const std::string& place) {
  auto connection = Connection::open(sqlite(), {file, SqliteDialect::writing(), place});
  if (!connection.ok()) return connection;
  auto status = (*connection)->executeAll(sqlite().setUp());
  if (status.ok()) status = migrate(**connection, migrations(sqlite()));
  if (!status.ok()) return status;
  return connection;
}

}  // namespace vitalwall::storage
