// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "sources/recordings/replay_source.h"

namespace vitalwall::sources {

/// A file that looks like a record and cannot be played.
struct RefusedRecording {
  std::string path;
  absl::Status reason;  ///< a sentence for the log and the operator
};

/// What a folder of recordings holds, in the order of the paths.
struct ReplayFolder {
  std::vector<NamedRecording> recordings;
  std::vector<RefusedRecording> refused;
};

/// Reads every WFDB record (.hea) and EDF or BDF file in `path` and below, or the one that `path`
/// names. Segments of a record are not listed beside it. NotFound if there is no such path, and
/// FailedPrecondition with the reasons if nothing in it can be played.
absl::StatusOr<ReplayFolder> openReplayFolder(const std::filesystem::path& path);

}  // namespace vitalwall::sources
