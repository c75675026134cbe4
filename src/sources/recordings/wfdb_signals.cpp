// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/wfdb_signals.h"

#include <algorithm>
#include <span>

#include "domain/concat.h"
#include "sources/recordings/file_bytes.h"
#include "sources/recordings/recording_limits.h"
#include "sources/recordings/wfdb_format.h"

namespace vitalwall::sources {
namespace {

using Specs = std::span<const WfdbSignalSpec>;

// Consecutive signals that share a file: their samples are interleaved frame by frame.
struct FileGroup {
  Specs specs;
  WfdbFormat format = WfdbFormat::Signed16;
  std::uint64_t samplesPerFrame = 0;

  const std::string& fileName() const { return specs.front().fileName; }
  std::uint64_t byteOffset() const { return specs.front().byteOffset; }
  bool hasFile() const { return fileName() != "~"; }
};

absl::StatusOr<FileGroup> makeGroup(const WfdbHeader& header, Specs specs) {
  FileGroup group{specs};
  for (const auto& spec : specs) {
    group.samplesPerFrame += spec.samplesPerFrame;
    if (spec.format != specs.front().format || spec.byteOffset != specs.front().byteOffset)
      return refusedRecord(header, concat("the signals in ", spec.fileName,
                                          " do not agree on its format or byte offset"));
  }
  if (!group.hasFile()) return group;
  const auto format = wfdbFormat(specs.front().format);
  if (!format.ok())
    return absl::Status(format.status().code(),
                        concat(header.fileName, ": ", std::string(format.status().message()), "."));
  group.format = *format;
  return group;
}

absl::StatusOr<std::vector<FileGroup>> groupByFile(const WfdbHeader& header) {
  std::vector<FileGroup> groups;
  const Specs all = header.signals;
  for (std::size_t first = 0; first < all.size();) {
    std::size_t end = first + 1;
    while (end < all.size() && all[end].fileName == all[first].fileName) ++end;
    const auto isSameFile = [&](const FileGroup& group) {
      return group.hasFile() && group.fileName() == all[first].fileName;
    };
    if (std::any_of(groups.begin(), groups.end(), isSameFile))
      return refusedRecord(header, concat("the signals in ", all[first].fileName,
                                          " do not stand one after the other"));
    auto group = makeGroup(header, all.subspan(first, end - first));
    if (!group.ok()) return group.status();
    groups.push_back(*group);
    first = end;
  }
  return groups;
}

// Frames that a header without a sample count has: as many as its shortest file.
absl::StatusOr<std::uint64_t> framesInFiles(const WfdbHeader& header,
                                            const std::vector<FileGroup>& groups,
                                            const std::filesystem::path& folder) {
  std::optional<std::uint64_t> frames;
  for (const auto& group : groups) {
    if (!group.hasFile()) continue;
    const auto size = regularFileSize(folder / group.fileName());
    if (!size.ok()) return size.status();
    const auto bytes = *size - std::min(*size, group.byteOffset());
    const auto held = storedSamples(group.format, bytes) / group.samplesPerFrame;
    frames = std::min(frames.value_or(held), held);
  }
  if (frames.value_or(0) == 0) return refusedRecord(header, "the record holds no samples");
  return *frames;
}

std::uint64_t samplesPerFrame(const std::vector<FileGroup>& groups) {
  std::uint64_t samples = 0;
  for (const auto& group : groups) samples += group.samplesPerFrame;
  return samples;
}

void integrate(std::vector<std::int32_t>& samples, std::int32_t start) {
  auto sum = static_cast<std::uint32_t>(start);  // wraps instead of overflowing on damaged files
  for (auto& sample : samples) {
    sum += static_cast<std::uint32_t>(sample);
    sample = static_cast<std::int32_t>(sum);
  }
}

absl::Status verifyChecksum(const WfdbSignalSpec& spec, const std::vector<std::int32_t>& samples) {
  if (!spec.checksum) return absl::OkStatus();
  std::uint32_t sum = 0;
  for (const auto sample : samples) sum += static_cast<std::uint32_t>(sample);
  const auto found = static_cast<std::int16_t>(sum);
  const auto expected = static_cast<std::int16_t>(*spec.checksum);
  if (found == expected) return absl::OkStatus();
  return absl::DataLossError(concat("The file ", spec.fileName, " is damaged: signal \"",
                                    spec.description, "\" sums to ", found,
                                    ", and the header says ", expected, "."));
}

// Moves the signal to its true time; its last frames were never written.
void removeSkew(const WfdbSignalSpec& spec, std::vector<std::int32_t>& samples) {
  const auto late =
      std::min<std::size_t>(samples.size(), std::size_t{spec.skewFrames} * spec.samplesPerFrame);
  std::move(samples.begin() + static_cast<std::ptrdiff_t>(late), samples.end(), samples.begin());
  std::fill(samples.end() - static_cast<std::ptrdiff_t>(late), samples.end(), kNoRawSample);
}

RawSignal describe(const WfdbSignalSpec& spec) {
  return {.label = spec.description,
          .unit = spec.units.value_or(""),
          .samplesPerFrame = spec.samplesPerFrame,
          .unitsPerCount = 1 / spec.gain,
          .zero = -spec.baseline / spec.gain,
          .samples = {}};
}

std::vector<std::int32_t> extract(const FileGroup& group, std::span<const std::uint8_t> bytes,
                                  std::uint64_t frames, std::size_t firstInFrame,
                                  std::uint32_t perFrame) {
  std::vector<std::int32_t> samples(frames * perFrame);
  auto* out = samples.data();
  for (std::size_t at = firstInFrame; frames > 0; --frames, at += group.samplesPerFrame)
    for (std::size_t i = 0; i < perFrame; ++i) *out++ = decodeSample(group.format, bytes, at + i);
  return samples;
}

absl::StatusOr<std::vector<std::int32_t>> finish(const FileGroup& group, const WfdbSignalSpec& spec,
                                                 std::vector<std::int32_t> samples) {
  if (group.format == WfdbFormat::FirstDifference8) integrate(samples, spec.initialValue);
  if (auto status = verifyChecksum(spec, samples); !status.ok()) return status;
  std::replace(samples.begin(), samples.end(), invalidCode(group.format), kNoRawSample);
  removeSkew(spec, samples);
  return samples;
}

absl::Status readGroup(const FileGroup& group, std::uint64_t frames,
                       const std::filesystem::path& folder, std::vector<RawSignal>& signals) {
  const auto bytes = readFilePart(folder / group.fileName(), group.byteOffset(),
                                  storedBytes(group.format, frames * group.samplesPerFrame));
  if (!bytes.ok()) return bytes.status();
  std::size_t firstInFrame = 0;
  for (const auto& spec : group.specs) {
    auto samples =
        finish(group, spec, extract(group, *bytes, frames, firstInFrame, spec.samplesPerFrame));
    if (!samples.ok()) return samples.status();
    signals.push_back(describe(spec));
    signals.back().samples = *std::move(samples);
    firstInFrame += spec.samplesPerFrame;
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status checkWfdbMemory(const WfdbHeader& header, std::uint64_t frames,
                             std::uint64_t samplesPerFrame) {
  if (samplesPerFrame == 0 || frames <= kMaxSamplesInMemory / samplesPerFrame)
    return absl::OkStatus();
  return absl::ResourceExhaustedError(concat(header.fileName, ": the record has ", frames,
                                             " frames of ", samplesPerFrame, " samples; at most ",
                                             kMaxSamplesInMemory,
                                             " samples are played. Cut it into shorter records."));
}

absl::StatusOr<WfdbSignals> readWfdbSignals(const WfdbHeader& header,
                                            const std::filesystem::path& folder) {
  const auto groups = groupByFile(header);
  if (!groups.ok()) return groups.status();
  const auto frames = header.frames ? absl::StatusOr<std::uint64_t>(*header.frames)
                                    : framesInFiles(header, *groups, folder);
  if (!frames.ok()) return frames.status();
  if (auto status = checkWfdbMemory(header, *frames, samplesPerFrame(*groups)); !status.ok())
    return status;

  WfdbSignals result{.frames = *frames, .signals = {}};
  for (const auto& group : *groups) {
    if (!group.hasFile()) continue;  // a signal without a file has nothing to show
    if (auto status = readGroup(group, *frames, folder, result.signals); !status.ok())
      return status;
  }
  return result;
}

}  // namespace vitalwall::sources
