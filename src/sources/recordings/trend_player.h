// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "domain/vitals.h"
#include "sources/recordings/recording.h"

namespace vitalwall::sources {

/// Gives a recorded trend's value at a moment. 0 and less mean "no value", as monitors write it
/// into trends; so does kNoSample. A cuff pressure stays, with its time, for 30 minutes.
class TrendPlayer {
 public:
  explicit TrendPlayer(RecordedSignal signal) : m_signal(std::move(signal)) {}

  const WaveChannel& channel() const { return m_signal.channel; }
  std::uint32_t samplesPerFrame() const { return m_signal.samplesPerFrame; }

  /// The numeric while sample number `sample` is the newest, or in a gap (nullopt). `measuredAt` is
  /// when that sample was taken. Samples are asked for in the order of their time.
  Numeric numericAt(std::optional<std::uint64_t> sample, WallTime measuredAt);

 private:
  std::optional<double> valueAt(std::optional<std::uint64_t> sample) const;
  bool isCuff() const;

  RecordedSignal m_signal;
  std::optional<Numeric> m_lastCuff;
};

}  // namespace vitalwall::sources
