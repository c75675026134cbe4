// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/recordings/sample_counts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "domain/wave.h"
#include "sources/recordings/raw_signal.h"

namespace vitalwall::sources {
namespace {

constexpr std::int64_t kHighestCount = std::numeric_limits<std::int16_t>::max();

struct Extent {
  std::int64_t low;
  std::int64_t high;
};

std::optional<Extent> extentOf(const std::vector<std::int32_t>& raw) {
  std::optional<Extent> extent;
  for (const std::int64_t value : raw) {
    if (value == kNoRawSample) continue;
    if (!extent) extent = Extent{value, value};
    extent->low = std::min(extent->low, value);
    extent->high = std::max(extent->high, value);
  }
  return extent;
}

// Counts stay the file's own where they fit; otherwise they are centred.
std::int64_t offsetFor(const Extent& extent) {
  if (extent.low >= -kHighestCount && extent.high <= kHighestCount) return 0;
  return (extent.low + extent.high) / 2;
}

std::int64_t stepFor(const Extent& extent, std::int64_t offset) {
  const auto reach = std::max(extent.high - offset, offset - extent.low);
  std::int64_t step = 1;
  while (reach > kHighestCount * step) step *= 2;
  return step;
}

}  // namespace

SampleCounts toCounts(const std::vector<std::int32_t>& raw) {
  const auto extent = extentOf(raw).value_or(Extent{0, 0});
  const auto offset = offsetFor(extent);
  const auto step = stepFor(extent, offset);
  SampleCounts result{
      .counts = {}, .offset = static_cast<double>(offset), .step = static_cast<double>(step)};
  result.counts.reserve(raw.size());
  for (const std::int64_t value : raw) {
    const auto scaled = std::lround(static_cast<double>(value - offset) / result.step);
    result.counts.push_back(value == kNoRawSample ? kNoSample : static_cast<std::int16_t>(scaled));
  }
  return result;
}

}  // namespace vitalwall::sources
