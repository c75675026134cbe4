// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>
#include <optional>
#include <string>
#include <type_traits>

#include "domain/alert.h"
#include "domain/clock.h"
#include "domain/ids.h"
#include "domain/metric.h"
#include "storage/sql_words.h"

namespace vitalwall::storage {

/// Domain values as columns hold them: ids and words as TEXT, times as Unix milliseconds and codes
/// and counters as BIGINT, measurements as DOUBLE PRECISION. An absent value is NULL.
inline QVariant toSql(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
template <typename T>
requires std::is_integral_v<T> QVariant toSql(T number) {
  return static_cast<qlonglong>(number);
}
inline QVariant toSql(double number) {
  return number;
}
inline QVariant toSql(WallTime time) {
  return toSql(toUnixMillis(time));
}
inline QVariant toSql(MdcCode code) {
  return toSql(code.value);
}
inline QVariant toSql(Unit unit) {
  return toSql(static_cast<std::uint32_t>(unit));
}
/// As a number, since the more urgent one must be found: 1 high, 2 medium, 3 low.
QVariant toSql(AlertPriority priority);
template <typename Tag>
QVariant toSql(const StrongId<Tag>& id) {
  return toSql(id.toString());
}
template <HasWord Enum>
QVariant toSql(Enum value) {
  return toSql(wordOf(value));
}
template <typename T>
QVariant toSql(const std::optional<T>& value) {
  return value ? toSql(*value) : QVariant();
}

/// The way back. False when the column holds what no toSql() writes; `value` is unchanged then.
bool fromSql(const QVariant& column, std::string& value);
bool fromSql(const QVariant& column, bool& value);
bool fromSql(const QVariant& column, double& value);
bool fromSql(const QVariant& column, std::uint64_t& value);
bool fromSql(const QVariant& column, WallTime& value);
bool fromSql(const QVariant& column, MdcCode& value);
bool fromSql(const QVariant& column, Unit& value);
bool fromSql(const QVariant& column, AlertPriority& value);

/// Takes over what was read, if anything was.
template <typename T>
bool assign(T& value, const std::optional<T>& read) {
  if (read) value = *read;
  return read.has_value();
}

template <typename Tag>
bool fromSql(const QVariant& column, StrongId<Tag>& value) {
  return assign(value, StrongId<Tag>::parse(column.toString().toStdString()));
}
template <HasWord Enum>
bool fromSql(const QVariant& column, Enum& value) {
  return assign(value, fromWord<Enum>(column.toString().toStdString()));
}
template <typename T>
bool fromSql(const QVariant& column, std::optional<T>& value) {
  if (column.isNull()) return true;
  return fromSql(column, value.emplace());
}

}  // namespace vitalwall::storage
