// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/clock.h"

namespace vitalwall::sources {

/// One signal line of a WFDB header (format: header(5) of the WFDB Applications Guide).
struct WfdbSignalSpec {
  std::string fileName;  ///< beside the header; "~" for a signal that has no file
  int format = 0;        ///< storage format number: 16, 212, ...
  std::uint32_t samplesPerFrame = 1;
  std::uint32_t skewFrames = 0;      ///< the signal's first sample stands that many frames late
  std::uint64_t byteOffset = 0;      ///< bytes in front of the samples (24 in MAT files)
  double gain = 200;                 ///< counts per physical unit; written 0 means 200
  std::int32_t baseline = 0;         ///< count of physical 0
  std::optional<std::string> units;  ///< absent means millivolts, or that nobody knew
  std::int32_t initialValue = 0;
  std::optional<std::int64_t> checksum;  ///< sum of all samples, of which 16 bits count
  std::string description;
};

/// One segment line of a multi-segment record. "~" names a gap.
struct WfdbSegmentSpec {
  std::string name;
  std::uint64_t frames = 0;

  bool isGap() const { return name == "~"; }
};

/// A record's header: either signals or segments.
struct WfdbHeader {
  std::string fileName;  ///< for error sentences: "100.hea"
  std::string name;
  double framesPerSecond = 250;
  std::optional<std::uint64_t> frames;  ///< absent: as many as the signal files hold
  std::optional<milliseconds> timeOfDay;
  std::optional<std::chrono::year_month_day> date;
  std::uint32_t signalCount = 0;
  std::vector<WfdbSignalSpec> signals;
  std::vector<WfdbSegmentSpec> segments;
  std::vector<std::string> comments;  ///< without "#"

  bool isMultiSegment() const { return !segments.empty(); }
};

/// Parses the text of `fileName`. Comments and blank lines may stand anywhere, lines may end in
/// CRLF. InvalidArgument with file name and line if it is not a legal header, or if it names a file
/// outside its own folder. Pure; any thread.
absl::StatusOr<WfdbHeader> parseWfdbHeader(std::string_view text, std::string_view fileName);

/// InvalidArgument with the header's file name and `why`, a clause without a full stop.
absl::Status refusedRecord(const WfdbHeader& header, std::string_view why);

}  // namespace vitalwall::sources
