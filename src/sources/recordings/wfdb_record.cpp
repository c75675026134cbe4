// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/wfdb_record.h"

#include <utility>

#include "domain/concat.h"
#include "sources/recordings/file_bytes.h"
#include "sources/recordings/patient_age.h"
#include "sources/recordings/recording_builder.h"
#include "sources/recordings/recording_limits.h"
#include "sources/recordings/signal_joiner.h"
#include "sources/recordings/wfdb_signals.h"

namespace vitalwall::sources {
namespace {

absl::Status checkSegment(const WfdbHeader& master, const WfdbSegmentSpec& spec,
                          const WfdbHeader& segment) {
  if (segment.isMultiSegment())
    return refusedRecord(master, concat("the segment ", spec.name, " has segments itself"));
  if (segment.framesPerSecond != master.framesPerSecond)
    return refusedRecord(master, concat("the segment ", spec.name, " has another sampling rate"));
  if (segment.frames && *segment.frames != spec.frames)
    return refusedRecord(master, concat("the segment ", spec.name, " is listed with ", spec.frames,
                                        " samples, and its own header says ", *segment.frames));
  return absl::OkStatus();
}

absl::StatusOr<WfdbSignals> readSegment(const WfdbHeader& master, const WfdbSegmentSpec& spec,
                                        const std::filesystem::path& folder) {
  auto segment = readWfdbHeader(folder / (spec.name + ".hea"));
  if (!segment.ok()) return segment.status();
  if (auto status = checkSegment(master, spec, *segment); !status.ok()) return status;
  segment->frames = spec.frames;
  return readWfdbSignals(*segment, folder);
}

absl::StatusOr<std::uint64_t> totalFrames(const WfdbHeader& master) {
  std::uint64_t frames = 0;
  for (const auto& segment : master.segments) frames += segment.frames;
  if (!master.frames || *master.frames == frames) return frames;
  return refusedRecord(master, concat("the segments add up to ", frames,
                                      " samples, and the first line says ", *master.frames));
}

absl::StatusOr<WfdbSignals> readSegments(const WfdbHeader& master,
                                         const std::filesystem::path& folder) {
  const auto frames = totalFrames(master);
  if (!frames.ok()) return frames.status();
  SignalJoiner joiner;
  for (const auto& spec : master.segments) {
    if (spec.isGap() || spec.frames == 0) {  // length 0: only describes the layout of the others
      joiner.appendGap(spec.frames);
      continue;
    }
    auto segment = readSegment(master, spec, folder);
    if (!segment.ok()) return segment.status();
    if (auto status = joiner.append(spec.frames, std::move(segment->signals)); !status.ok())
      return refusedRecord(master, std::string(status.message()));
    if (auto status = checkWfdbMemory(master, *frames, joiner.samplesPerFrame()); !status.ok())
      return status;
  }
  return WfdbSignals{.frames = *frames, .signals = std::move(joiner).finish()};
}

std::optional<WallTime> startOf(const WfdbHeader& header) {
  if (!header.date || !header.timeOfDay) return std::nullopt;
  return WallTime(std::chrono::sys_days(*header.date)) + *header.timeOfDay;
}

}  // namespace

absl::StatusOr<WfdbHeader> readWfdbHeader(const std::filesystem::path& path) {
  const auto bytes = readFile(path, wfdb::kMaxHeaderBytes);
  if (!bytes.ok()) return bytes.status();
  return parseWfdbHeader(
      std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size()),
      path.filename().string());
}

absl::StatusOr<Recording> readWfdbRecord(const std::filesystem::path& headerPath) {
  const auto header = readWfdbHeader(headerPath);
  if (!header.ok()) return header.status();
  const auto folder = headerPath.parent_path();
  auto signals =
      header->isMultiSegment() ? readSegments(*header, folder) : readWfdbSignals(*header, folder);
  if (!signals.ok()) return signals.status();
  return buildRecording({.name = header->name,
                         .framesPerSecond = header->framesPerSecond,
                         .frames = signals->frames,
                         .ageInYears = ageFromComments(header->comments),
                         .recordedAt = startOf(*header),
                         .signals = std::move(signals->signals)});
}

}  // namespace vitalwall::sources
