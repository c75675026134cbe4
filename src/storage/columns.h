// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>
#include <optional>
#include <type_traits>

#include "storage/sql_value.h"

namespace vitalwall::storage {

// A domain value names its columns once, in visitColumns(value, visitor) (record_columns.h); these
// visitors make of it the names, the values to write and the value that was read. A visitor takes
// each column as visitor(name, member), and the columns of a part, whose names get a prefix, as
// visitor.group(prefix, part). Of an optional part all columns are NULL when it is absent.

/// The names of the columns.
class ColumnNames {
 public:
  template <typename T>
  void operator()(const char* name, const T&) {
    m_names.append(m_prefix + QLatin1String(name));
  }
  template <typename T>
  void group(const char* prefix, const T& part) {
    m_prefix = QLatin1String(prefix);
    visitColumns(part, *this);
    m_prefix.clear();
  }
  template <typename T>
  void group(const char* prefix, const std::optional<T>&) {
    group(prefix, T{});
  }

  const QStringList& names() const { return m_names; }

 private:
  QString m_prefix;
  QStringList m_names;
};

/// The columns of Record, in the order of RowWriter and RowReader.
template <typename Record>
QStringList columnsOf() {
  const Record record;
  ColumnNames names;
  visitColumns(record, names);
  return names.names();
}

/// The values of the columns, to be bound.
class RowWriter {
 public:
  template <typename T>
  void operator()(const char*, const T& value) {
    m_values.append(toSql(value));
  }
  template <typename T>
  void group(const char*, const T& part) {
    visitColumns(part, *this);
  }
  template <typename T>
  void group(const char*, const std::optional<T>& part) {
    if (part) return visitColumns(*part, *this);
    m_values.append(QVariantList(columnsOf<T>().size()));
  }

  const QVariantList& values() const { return m_values; }

 private:
  QVariantList m_values;
};

template <typename Record>
QVariantList valuesOf(const Record& record) {
  RowWriter row;
  visitColumns(record, row);
  return row.values();
}

/// Reads a value back from its columns.
class RowReader {
 public:
  explicit RowReader(const QVariantList& values) : m_values(values) {}

  template <typename T>
  void operator()(const char*, T& value) {
    m_ok = fromSql(m_values.value(m_next++), value) && m_ok;
  }
  template <typename T>
  void group(const char*, T& part) {
    visitColumns(part, *this);
  }
  template <typename T>
  void group(const char*, std::optional<T>& part) {
    if (!m_values.value(m_next).isNull()) return visitColumns(part.emplace(), *this);
    m_next += columnsOf<T>().size();
  }

  /// Whether every column held what it should.
  bool isOk() const { return m_ok; }

 private:
  const QVariantList& m_values;
  qsizetype m_next = 0;
  bool m_ok = true;
};

}  // namespace vitalwall::storage
