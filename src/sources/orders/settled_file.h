// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "absl/status/statusor.h"

namespace vitalwall::sources {

/// A small text file that others write while we look: its text is given once per change, and only
/// when time and size of the file were the same at two looks, so that a half-written file is left
/// alone. Not thread-safe.
class SettledFile {
 public:
  explicit SettledFile(std::filesystem::path path);

  /// Looks at the file; the first look does not wait. Its text after a change; or, once per change,
  /// in a sentence why it cannot be read; or nothing new.
  std::optional<absl::StatusOr<std::string>> look();

  const std::filesystem::path& path() const { return m_path; }

 private:
  struct Stamp {
    bool exists = false;
    std::filesystem::file_time_type changed{};
    std::uintmax_t size = 0;
    bool operator==(const Stamp&) const = default;
  };
  Stamp stamp() const;
  absl::StatusOr<std::string> read(const Stamp& stamp) const;

  std::filesystem::path m_path;
  std::optional<Stamp> m_seen;
  std::optional<Stamp> m_given;
};

}  // namespace vitalwall::sources
