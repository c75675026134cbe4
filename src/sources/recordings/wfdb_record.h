// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "absl/status/statusor.h"
#include "sources/recordings/recording.h"
#include "sources/recordings/wfdb_header.h"

namespace vitalwall::sources {

/// Reads and parses a header file.
absl::StatusOr<WfdbHeader> readWfdbHeader(const std::filesystem::path& path);

/// Reads a whole WFDB record, of one or several segments, fixed or variable layout, by its header
/// file. Every refusal is a sentence that names the file.
absl::StatusOr<Recording> readWfdbRecord(const std::filesystem::path& headerPath);

}  // namespace vitalwall::sources
