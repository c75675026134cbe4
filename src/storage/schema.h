// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <span>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "storage/connection.h"

namespace vitalwall::storage {

/// What makes a record of version `version` of one of the version before.
struct Migration {
  int version = 0;
  QStringList statements;
};

/// All of them, from the empty database on, version 1 first. One that was released never changes.
std::vector<Migration> migrations(const SqlDialect& dialect);

/// Version of the record behind `connection`; 0 for an empty database. DataLoss when there is
/// something else in it.
absl::StatusOr<int> schemaVersion(Connection& connection);

/// Brings the record to the version of the last of `steps`, each step in one transaction.
/// FailedPrecondition when the record is newer than that.
absl::Status migrate(Connection& connection, std::span<const Migration> steps);

}  // namespace vitalwall::storage
