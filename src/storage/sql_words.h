// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>

#include "domain/alert.h"
#include "domain/audit.h"
#include "domain/command.h"
#include "domain/news2.h"
#include "domain/order.h"
#include "domain/patient.h"

namespace vitalwall::storage {

/// How a value is written in the database: words, so that a record stays readable for people, and
/// right when the program's own numbering changes. Never change a word. Empty for what is no value.
std::string_view wordOf(AlertKind kind);
std::string_view wordOf(AlertState state);
std::string_view wordOf(AlertCause cause);
std::string_view wordOf(AuditAction action);
std::string_view wordOf(CommandOutcome outcome);
std::string_view wordOf(OrderStatus status);
std::string_view wordOf(AgeGroup group);
std::string_view wordOf(Consciousness state);

/// A value that is written as a word.
template <typename T>
concept HasWord = std::is_enum_v<T> && requires(T value) {
  wordOf(value);
};

/// The value that is written as `word`; nullopt for an unknown one.
template <HasWord Enum>
std::optional<Enum> fromWord(std::string_view word) {
  for (int i = 0; !wordOf(Enum(i)).empty(); ++i)
    if (wordOf(Enum(i)) == word) return Enum(i);
  return std::nullopt;
}

}  // namespace vitalwall::storage
