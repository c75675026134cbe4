// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/clock.h"
#include "domain/opened_record.h"

namespace vitalwall::storage {

/// The name of the record's file in its folder.
inline constexpr const char* kRecordFile = "alarm-record.db";

/// Opens the alarm record in `folder`, which is made when it is missing. The calling thread is the
/// one that may use the repository. The file is checked first (this reads all of it): one that is
/// damaged, empty or no alarm record is set aside under a new name with the time of `clock`, never
/// changed or deleted, a new record is begun and the notice says so.
///
/// Errors: Unavailable when another server keeps its record in `folder`; FailedPrecondition when a
/// newer version has written it; otherwise what the disk says. Nothing is set aside then.
absl::StatusOr<OpenedRecord> openRecord(const std::string& folder, const Clock& clock);

/// A record in memory, gone with the repository: for a demonstration ward.
absl::StatusOr<OpenedRecord> openMemoryRecord();

}  // namespace vitalwall::storage
