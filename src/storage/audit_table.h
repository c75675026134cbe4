// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/audit.h"
#include "storage/statement.h"

namespace vitalwall::storage {

/// The audit. The database itself refuses to change or delete a line of it.
class AuditTable {
 public:
  explicit AuditTable(const Connection& connection);

  /// Adds a line, within the caller's transaction. A line that is there already, the same in
  /// everything, is not added again: that is a record stored twice.
  absl::Status store(const AuditEntry& entry);

 private:
  Statement m_find;
  Statement m_append;
};

}  // namespace vitalwall::storage
