// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace vitalwall::sources {

/// Size of a regular file. NotFound if there is none; InvalidArgument for folders, pipes and
/// devices, which could block for ever.
absl::StatusOr<std::uint64_t> regularFileSize(const std::filesystem::path& path);

/// The whole of a regular file. ResourceExhausted if it is larger than `limit` bytes.
absl::StatusOr<std::vector<std::uint8_t>> readFile(const std::filesystem::path& path,
                                                   std::uint64_t limit);

/// `count` bytes of a file from `offset`. DataLoss if the file ends earlier.
absl::StatusOr<std::vector<std::uint8_t>> readFilePart(const std::filesystem::path& path,
                                                       std::uint64_t offset, std::uint64_t count);

}  // namespace vitalwall::sources
