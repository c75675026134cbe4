// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/clock.h"

namespace vitalwall::protocol {

/// A scalar of a JSON payload; monostate is null.
using PayloadValue = std::variant<std::monostate, bool, double, std::string>;

/// A foreign JSON object as a flat list of its scalars. The contract does not fix member names, so
/// they are compared without case, '_', '-' and blanks. A nested member is named by its path,
/// "bloodpressure.systolic", in which wrappers that only say "here is the payload" ("vitals",
/// "data", "alert") and a final ".value" are left out. Any other parent stays in the path: what is
/// under "previous" or "limits" must never be taken for a present value. Arrays are skipped.
class PayloadFields {
 public:
  /// InvalidArgument with a reason, to be continued from "...: ", for a payload that is empty,
  /// larger than 256 KiB, nested deeper than 16 levels, no well-formed JSON or no object.
  static absl::StatusOr<PayloadFields> parse(std::string_view json);

  using Names = std::span<const std::string_view>;

  /// The member of the first of `names` (written as they are compared) that is there, or nullptr.
  const PayloadValue* find(Names names) const;
  const PayloadValue* find(std::string_view name) const { return find(Names(&name, 1)); }

  /// The first of `names` that holds a non-empty text or a number, as text of bounded length.
  std::optional<std::string> text(std::initializer_list<std::string_view> names) const;

  /// The first of `names` that holds a number, or a text that is a number.
  std::optional<double> number(std::initializer_list<std::string_view> names) const;

  /// The first of `names` that is true or false.
  std::optional<bool> flag(std::initializer_list<std::string_view> names) const;

  /// The first of `names` that holds Unix milliseconds or an ISO 8601 text.
  std::optional<WallTime> time(std::initializer_list<std::string_view> names) const;

 private:
  struct Field {
    std::string name;
    PayloadValue value;
  };
  class Builder;

  std::vector<Field> m_fields;
};

}  // namespace vitalwall::protocol
