// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include <QSqlError>
#include <QSqlRecord>

#include "domain/concat.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {

Statement::Statement(const Connection& connection, QString sql)
    : m_connection(connection), m_sql(std::move(sql)), m_query(connection.database()) {
  m_query.setForwardOnly(true);
}

absl::StatusOr<int> Statement::run(const QVariantList& values) {
  if (const auto status = execute(values, Act::Write); !status.ok()) return status;
  const int changed = m_query.numRowsAffected();
  m_query.finish();
  return changed;
}

absl::StatusOr<QList<QVariantList>> Statement::rows(const QVariantList& values) {
  if (const auto status = execute(values, Act::Read); !status.ok()) return status;
  QList<QVariantList> rows;
  const int columns = m_query.record().count();
  while (m_query.next()) {
    QVariantList& row = rows.emplace_back();
    for (int column = 0; column < columns; ++column) row.append(m_query.value(column));
  }
  const QSqlError error = m_query.lastError();
  m_query.finish();
  if (error.isValid()) return m_connection.failure(error, Act::Read);
  return rows;
}

absl::Status Statement::execute(const QVariantList& values, Act act) {
  if (!m_prepared) m_prepared = m_query.prepare(m_sql);
  if (!m_prepared) return m_connection.failure(m_query.lastError(), act);
  for (qsizetype i = 0; i < values.size(); ++i)
    m_query.bindValue(static_cast<int>(i), values.at(i));
  if (m_query.exec()) return absl::OkStatus();
  const QSqlError error = m_query.lastError();
  m_query.finish();
  return m_connection.failure(error, act);
}

absl::Status Statement::unreadable() const {
  return absl::DataLossError(concat("The alarm record ", m_connection.place(),
                                    " cannot be read: it holds a value that nobody wrote."));
}

QString commaList(const QStringList& names) {
  return names.join(u", "_s);
}

QString insertInto(const QString& table, const QStringList& columns) {
  const QStringList marks(columns.size(), u"?"_s);
  return u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, commaList(columns), commaList(marks));
}

QString selectFrom(const QString& table, const QStringList& columns) {
  return u"SELECT %1 FROM %2"_s.arg(commaList(columns), table);
}

}  // namespace vitalwall::storage
