// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace vitalwall::sources {

/// A raw sample that was not measured; no storage format can hold it as a value.
inline constexpr std::int32_t kNoRawSample = std::numeric_limits<std::int32_t>::min();

/// One signal as a file gives it, before it is named and scaled for the wall.
struct RawSignal {
  std::string label;  ///< as the file names it
  std::string unit;   ///< as the file writes it; empty if it does not say
  std::uint32_t samplesPerFrame = 1;
  double unitsPerCount = 1;  ///< physical = zero + count * unitsPerCount
  double zero = 0;
  std::vector<std::int32_t> samples;  ///< whole frames; kNoRawSample where there is none

  bool operator==(const RawSignal&) const = default;
};

}  // namespace vitalwall::sources
