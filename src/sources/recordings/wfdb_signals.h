// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "absl/status/statusor.h"
#include "sources/recordings/raw_signal.h"
#include "sources/recordings/wfdb_header.h"

namespace vitalwall::sources {

/// The signals of one segment, all of the same number of frames.
struct WfdbSignals {
  std::uint64_t frames = 0;
  std::vector<RawSignal> signals;
};

/// Reads the signal files that `header` names from `folder`. Skew is taken out, "no value" codes
/// become kNoRawSample, and every checksum that the header gives is verified: DataLoss if a file is
/// short or damaged, NotFound if it is missing, Unimplemented for a format that is not read,
/// ResourceExhausted if it would not fit in memory. Nothing is allocated on the header's word
/// alone.
absl::StatusOr<WfdbSignals> readWfdbSignals(const WfdbHeader& header,
                                            const std::filesystem::path& folder);

/// ResourceExhausted if a record of that length cannot be played from memory.
absl::Status checkWfdbMemory(const WfdbHeader& header, std::uint64_t frames,
                             std::uint64_t samplesPerFrame);

}  // namespace vitalwall::sources
