// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vitalwall::sources {

/// A record is played from memory: 24 h of three leads at 360 Hz is 93 million samples.
inline constexpr std::uint64_t kMaxSamplesInMemory = 128'000'000;

/// All recordings that are played at once: 1 GB.
inline constexpr std::uint64_t kMaxSamplesInFolder = 500'000'000;

}  // namespace vitalwall::sources

/// What a WFDB record may ask for. Far above any published record, and small enough that a hostile
/// header cannot make the server run out of memory.
namespace vitalwall::sources::wfdb {

inline constexpr std::int64_t kMaxHeaderBytes = 4 << 20;
inline constexpr std::int64_t kMaxFileBytes = std::int64_t{1} << 40;
inline constexpr std::int64_t kMaxFrames = std::int64_t{1} << 40;
inline constexpr std::int64_t kMaxSignals = 256;
inline constexpr std::int64_t kMaxSegments = 100'000;
inline constexpr std::int64_t kMaxSamplesPerFrame = 10'000;
inline constexpr std::int64_t kMaxSkewFrames = 1'000'000;
inline constexpr double kMaxFramesPerSecond = 100'000;

}  // namespace vitalwall::sources::wfdb
