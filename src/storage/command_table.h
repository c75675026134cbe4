// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "domain/command.h"
#include "storage/statement.h"

namespace vitalwall::storage {

/// The answers to the newest commands, so that a command that comes again after a restart gets the
/// same one.
class CommandTable {
 public:
  /// How many answers are kept.
  static constexpr int kCapacity = 10'000;

  explicit CommandTable(const Connection& connection);

  /// Keeps an answer, within the caller's transaction. The first answer to a command stays.
  absl::Status store(const CommandResult& result);
  /// Forgets the oldest answers beyond kCapacity.
  absl::Status trim();

  /// The oldest first.
  absl::StatusOr<std::vector<CommandResult>> all();

 private:
  Statement m_store;
  Statement m_trim;
  Statement m_all;
};

}  // namespace vitalwall::storage
