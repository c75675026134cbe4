// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/clock.h"
#include "domain/patient.h"
#include "domain/wave.h"

namespace vitalwall::sources {

/// One signal of a recording, ready to be played. A trend of numerics is kept like a wave: its
/// channel's code is then that of the numeric, and kNoSample means "no value".
struct RecordedSignal {
  WaveChannel channel;
  std::uint32_t samplesPerFrame = 1;
  std::vector<std::int16_t> counts;  ///< frames * samplesPerFrame

  bool operator==(const RecordedSignal&) const = default;
};

/// A recorded patient, whole and in memory. Every signal covers the same frames.
struct Recording {
  std::string name;            ///< of the record, "100"
  double framesPerSecond = 1;  ///< a signal's rate is this times its samplesPerFrame
  std::uint64_t frames = 0;
  AgeGroup ageGroup = AgeGroup::Adult;
  std::optional<WallTime> recordedAt;  ///< as written, taken for UTC
  std::vector<RecordedSignal> waves;
  std::vector<RecordedSignal> trends;  ///< numerics, at most kTrendRate samples a second

  double seconds() const { return static_cast<double>(frames) / framesPerSecond; }

  /// Samples of all signals: what the recording takes in memory, in pairs of bytes.
  std::uint64_t sampleCount() const;

  bool operator==(const Recording&) const = default;
};

/// Signals at up to this rate (Hz) that bear the name of a numeric are numerics.
inline constexpr double kTrendRate = 2;

}  // namespace vitalwall::sources
