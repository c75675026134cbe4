// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audit_table.h"

#include "storage/record_columns.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::storage {
namespace {

/// Absent ids are equal, which a plain = denies.
QString findSame() {
  QStringList conditions;
  for (const QString& column : columnsOf<AuditEntry>())
    conditions.append(column == u"at"_s ? u"at = ?"_s : column + u" IS NOT DISTINCT FROM ?"_s);
  return u"SELECT 1 FROM audit WHERE "_s + conditions.join(u" AND "_s) + u" LIMIT 1"_s;
}

}  // namespace

AuditTable::AuditTable(const Connection& connection)
    : m_find(connection, findSame()),
      m_append(connection, insertInto(u"audit"_s, columnsOf<AuditEntry>())) {}

absl::Status AuditTable::store(const AuditEntry& entry) {
  const QVariantList values = valuesOf(entry);
  const auto same = m_find.rows(values);
  if (!same.ok() || !same->isEmpty()) return same.status();
  return m_append.run(values).status();
}

}  // namespace vitalwall::storage
