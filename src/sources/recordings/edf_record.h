// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "absl/status/statusor.h"
#include "sources/recordings/recording.h"

namespace vitalwall::sources {

/// Reads a whole EDF, EDF+, BDF or BDF+ file through libedf. A data record is a frame. 16-bit
/// samples are exact; 24-bit ones as toCounts() says. Refused in words: files of annotations only,
/// discontinuous files, and all that libedf's strict checks refuse. libedf keeps global state and
/// few open files, so calls from several threads wait for each other.
absl::StatusOr<Recording> readEdfRecord(const std::filesystem::path& path);

}  // namespace vitalwall::sources
