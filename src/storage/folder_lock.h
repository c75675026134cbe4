// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <absl/status/statusor.h>

namespace vitalwall::storage {

/// Keeps every other server out of a record's folder, as long as it lives. The kernel holds the
/// lock and lets it go with the process. (QLockFile asks whether a process of the noted number and
/// name lives; after a restart of the same container that is this very process, for ever.)
class FolderLock {
 public:
  /// Unavailable, with the number of the process, when somebody else holds `folder`.
  static absl::StatusOr<std::unique_ptr<FolderLock>> take(const std::string& folder);
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : m_file(file) {}

  const int m_file;
};

}  // namespace vitalwall::storage
