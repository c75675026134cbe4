// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>
#include <memory>

#include "storage/alarm_record.h"
#include "storage/connection.h"
#include "storage/record_file.h"
#include "storage/sqlite_dialect.h"
#include "storage/statement.h"

namespace vitalwall::test {

/// A folder with a record, and what a test looks at behind the repository's back.
class RecordFolder {
 public:
  std::string path() const { return m_folder.path().toStdString(); }
  QString file(const QString& name = QLatin1String(storage::kRecordFile)) const {
    return m_folder.filePath(name);
  }
  QStringList fileNames() const { return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name); }

  absl::StatusOr<OpenedRecord> open(const Clock& clock = SystemClock()) const {
    return storage::openRecord(path(), clock);
  }

  /// A second connection to the record.
  std::unique_ptr<storage::Connection> connect() const {
    auto connection = storage::openForWriting(file(), "in " + path());
    return connection.ok() ? *std::move(connection) : nullptr;
  }

 private:
  const QTemporaryDir m_folder;
};

/// The first value that `sql` gives.
inline QVariant valueOf(const storage::Connection& connection, const QString& sql) {
  storage::Statement statement(connection, sql);
  const auto rows = statement.rows();
  return rows.ok() ? rows->value(0).value(0) : QVariant(QString::fromUtf8(rows.status().message()));
}

inline const char* textOf(const absl::Status& status) {
  static thread_local std::string text;
  text = status.ToString();
  return text.c_str();
}

}  // namespace vitalwall::test
