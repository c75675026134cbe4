// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "sources/recordings/raw_signal.h"
#include "sources/recordings/recording.h"

namespace vitalwall::sources {

/// What every reader delivers: signals as the file has them, and what it says of the patient.
struct RawRecording {
  std::string name;
  double framesPerSecond = 1;
  std::uint64_t frames = 0;
  std::optional<double> ageInYears;
  std::optional<WallTime> recordedAt;
  std::vector<RawSignal> signals;
};

/// Names, scales and sorts the signals into waves and trends. FailedPrecondition if there is
/// nothing to play.
absl::StatusOr<Recording> buildRecording(RawRecording raw);

}  // namespace vitalwall::sources
