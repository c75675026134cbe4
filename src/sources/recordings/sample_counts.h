// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace vitalwall::sources {

/// Samples as the wire carries them: raw = offset + count * step.
struct SampleCounts {
  std::vector<std::int16_t> counts;
  double offset = 0;
  double step = 1;
};

/// Fits raw samples into 16 bits. Exact (step 1) whenever the values span at most 65,535 codes, so
/// for all formats up to 16 bits except one that uses every code; wider signals are rounded to the
/// smallest power of two that fits, an error of at most half a step. kNoRawSample becomes
/// kNoSample.
SampleCounts toCounts(const std::vector<std::int32_t>& raw);

}  // namespace vitalwall::sources
