// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace vitalwall::sources {

/// The simulator's time: steps of 4 ms since the first advance(); negative before it. Every wave
/// has a rate that divides 250 Hz, so nothing depends on how advance() is sliced.
using Tick = std::int64_t;

inline constexpr Tick kTicksPerSecond = 250;
inline constexpr std::chrono::milliseconds kTickLength{4};
inline constexpr double kTickSeconds = 1.0 / kTicksPerSecond;

inline constexpr double toSeconds(Tick ticks) {
  return static_cast<double>(ticks) * kTickSeconds;
}
inline constexpr Tick toTicks(std::chrono::milliseconds time) {
  return time / kTickLength;
}

}  // namespace vitalwall::sources
