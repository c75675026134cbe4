// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <string>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "domain/clock.h"
#include "storage/connection.h"

namespace vitalwall::storage {

/// What is wrong with the record in `file`, in a few words: "it is empty". Nothing for a sound one,
/// and where there is none. Reads all of it and changes nothing. `place` as in Connection::Target.
/// Fails when it cannot be found out.
absl::StatusOr<std::optional<std::string>> damageOf(const QString& file, const std::string& place);

/// Gives `file` and what belongs to it a name with the time `now` that nothing has yet; returns
/// that name without the folder.
absl::StatusOr<std::string> setAside(const QString& file, WallTime now);

/// Makes an empty record of the newest version. The name `file` appears when it is complete, so
/// that an empty file of this name is always a damaged one.
absl::Status createRecord(const QString& file, const std::string& place);

/// A connection to the record in `file`, brought to the newest version.
absl::StatusOr<std::unique_ptr<Connection>> openForWriting(const QString& file,
                                                           const std::string& place);

}  // namespace vitalwall::storage
