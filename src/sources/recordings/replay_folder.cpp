// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/replay_folder.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "domain/concat.h"
#include "sources/recordings/edf_record.h"
#include "sources/recordings/field_scanner.h"
#include "sources/recordings/recording_limits.h"
#include "sources/recordings/wfdb_record.h"

namespace vitalwall::sources {
namespace {

namespace fs = std::filesystem;

std::string kindOf(const fs::path& file) {
  return lowerCase(file.extension().string());
}

bool isRecord(const fs::path& file) {
  const auto kind = kindOf(file);
  return kind == ".hea" || kind == ".edf" || kind == ".bdf";
}

std::vector<fs::path> recordsBelow(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  constexpr auto kOptions = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(folder, kOptions, error), end; !error && it != end;
       it.increment(error))
    if (isRecord(it->path())) files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

// Headers that are parts of a multi-segment record and are played with it.
std::set<fs::path> segmentsAmong(const std::vector<fs::path>& files) {
  std::set<fs::path> segments;
  for (const auto& file : files) {
    if (kindOf(file) != ".hea") continue;
    const auto header = readWfdbHeader(file);
    if (!header.ok()) continue;  // reported when the record itself is read
    for (const auto& segment : header->segments)
      segments.insert(file.parent_path() / (segment.name + ".hea"));
  }
  return segments;
}

absl::StatusOr<Recording> readRecord(const fs::path& file) {
  if (kindOf(file) == ".hea") return readWfdbRecord(file);
  if (isRecord(file)) return readEdfRecord(file);
  return absl::InvalidArgumentError(
      "The name of a recording ends in .hea (WFDB), .edf or .bdf, and this one does not.");
}

void addRecord(const fs::path& file, const fs::path& root, std::uint64_t& samples,
               ReplayFolder& folder) {
  auto name = file.lexically_relative(root).generic_string();
  auto recording = readRecord(file);
  if (!recording.ok()) {
    folder.refused.push_back({std::move(name), recording.status()});
  } else if (samples + recording->sampleCount() > kMaxSamplesInFolder) {
    folder.refused.push_back(
        {std::move(name), absl::ResourceExhaustedError(
                              concat("The recordings before it fill the memory for ",
                                     kMaxSamplesInFolder, " samples; play fewer at a time."))});
  } else {
    samples += recording->sampleCount();
    folder.recordings.push_back({std::move(name), *std::move(recording)});
  }
}

absl::Status nothingToPlay(const fs::path& path, const ReplayFolder& folder) {
  auto sentence = concat("There is no recording to play in ", path.string(), ".");
  for (const auto& refused : folder.refused)
    sentence += concat(" ", refused.path, ": ", std::string(refused.reason.message()));
  return absl::FailedPreconditionError(sentence);
}

}  // namespace

absl::StatusOr<ReplayFolder> openReplayFolder(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error))
    return absl::NotFoundError(concat("There is no file or folder ", path.string(), "."));
  const bool isFolder = fs::is_directory(path, error);
  const auto files = isFolder ? recordsBelow(path) : std::vector<fs::path>{path};
  const auto segments = isFolder ? segmentsAmong(files) : std::set<fs::path>{};
  ReplayFolder folder;
  std::uint64_t samples = 0;
  for (const auto& file : files)
    if (!segments.contains(file))
      addRecord(file, isFolder ? path : path.parent_path(), samples, folder);
  if (folder.recordings.empty()) return nothingToPlay(path, folder);
  return folder;
}

}  // namespace vitalwall::sources
