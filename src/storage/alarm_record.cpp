// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alarm_record.h"

#include <QDir>
#include <QFile>

#include "domain/concat.h"
#include "storage/folder_lock.h"
#include "storage/record_file.h"
#include "storage/sql_alarm_repository.h"
#include "storage/sqlite_dialect.h"

namespace vitalwall::storage {
namespace {

/// Makes room for a new record where there is a damaged one; returns what people must know then.
absl::StatusOr<std::string> setAsideIfDamaged(const QString& file, const std::string& place,
                                              const Clock& clock) {
  const auto damage = damageOf(file, place);
  if (!damage.ok()) return damage.status();
  if (!*damage) return std::string();
  const auto name = setAside(file, clock.wallNow());
  if (!name.ok()) return name.status();
  return concat("The alarm record ", place, " was damaged: ", **damage, ". It is kept there as ",
                *name, ", and a new record was begun.");
}

}  // namespace

absl::StatusOr<OpenedRecord> openRecord(const std::string& folder, const Clock& clock) {
  const QDir dir(QString::fromStdString(folder));
  if (!dir.mkpath(QStringLiteral(".")))
    return absl::PermissionDeniedError(
        concat("The folder ", folder, " of the alarm record cannot be made."));
  auto lock = FolderLock::take(folder);
  if (!lock.ok()) return lock.status();
  const QString file = dir.filePath(QLatin1String(kRecordFile));
  const std::string place = "in " + folder;
  auto notice = setAsideIfDamaged(file, place, clock);
  if (!notice.ok()) return notice.status();
  if (!QFile::exists(file))
    if (const auto status = createRecord(file, place); !status.ok()) return status;
  auto connection = openForWriting(file, place);
  if (!connection.ok()) return connection.status();
  return OpenedRecord{
      std::make_unique<SqlAlarmRepository>(*std::move(connection), *std::move(lock)),
      *std::move(notice)};
}

absl::StatusOr<OpenedRecord> openMemoryRecord() {
  auto connection = openForWriting(SqliteDialect::memory(), "in memory");
  if (!connection.ok()) return connection.status();
  return OpenedRecord{std::make_unique<SqlAlarmRepository>(*std::move(connection)), {}};
}

}  // namespace vitalwall::storage
