// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql_value.h"

#include <limits>

namespace vitalwall::storage {
namespace {

/// A whole number from 0 to `max`.
std::optional<std::uint64_t> wholeNumber(const QVariant& column, std::uint64_t max) {
  bool ok = false;
  const qlonglong number = column.toLongLong(&ok);
  if (!ok || column.isNull() || number < 0 || static_cast<std::uint64_t>(number) > max)
    return std::nullopt;
  return static_cast<std::uint64_t>(number);
}

std::optional<std::uint32_t> codeOf(const QVariant& column) {
  const auto number = wholeNumber(column, std::numeric_limits<std::uint32_t>::max());
  if (!number) return std::nullopt;
  return static_cast<std::uint32_t>(*number);
}

}  // namespace

QVariant toSql(AlertPriority priority) {
  switch (priority) {
    case AlertPriority::High:
      return 1;
    case AlertPriority::Medium:
      return 2;
    case AlertPriority::Low:
      return 3;
  }
  return {};
}

bool fromSql(const QVariant& column, AlertPriority& value) {
  for (const auto priority : {AlertPriority::High, AlertPriority::Medium, AlertPriority::Low})
    if (toSql(priority).toLongLong() == column.toLongLong()) return assign(value, {priority});
  return false;
}

bool fromSql(const QVariant& column, std::string& value) {
  if (column.isNull()) return false;
  value = column.toString().toStdString();
  return true;
}

bool fromSql(const QVariant& column, bool& value) {
  const auto number = wholeNumber(column, 1);
  if (number) value = *number == 1;
  return number.has_value();
}

bool fromSql(const QVariant& column, double& value) {
  bool ok = false;
  const double number = column.toDouble(&ok);
  if (!ok || column.isNull()) return false;
  value = number;
  return true;
}

bool fromSql(const QVariant& column, std::uint64_t& value) {
  return assign(value, wholeNumber(column, std::numeric_limits<std::int64_t>::max()));
}

bool fromSql(const QVariant& column, WallTime& value) {
  bool ok = false;
  const qlonglong millis = column.toLongLong(&ok);
  if (!ok || column.isNull()) return false;
  value = fromUnixMillis(millis);
  return true;
}

bool fromSql(const QVariant& column, MdcCode& value) {
  const auto code = codeOf(column);
  if (code) value = MdcCode{*code};
  return code.has_value();
}

bool fromSql(const QVariant& column, Unit& value) {
  const auto code = codeOf(column);
  if (code) value = Unit{*code};
  return code.has_value();
}

}  // namespace vitalwall::storage
