// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/delay_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace vitalwall {

void DelayHistogram::add(microseconds delay) {
  const auto counted = std::clamp(delay, microseconds(0), kLongest);
  ++m_counts[bucketOf(static_cast<std::uint64_t>(counted.count()))];
  ++m_total;
  m_longest = std::max(m_longest, counted);
}

std::optional<microseconds> DelayHistogram::percentile(double share) const {
  if (m_total == 0) return std::nullopt;
  const double wanted = std::clamp(share, 0.0, 1.0) * static_cast<double>(m_total);
  const auto rank = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(wanted)));
  std::uint64_t seen = 0;
  std::size_t bucket = 0;
  while ((seen += m_counts[bucket]) < rank) ++bucket;
  return std::min(endOf(bucket), m_longest);
}

void DelayHistogram::merge(const DelayHistogram& other) {
  for (std::size_t bucket = 0; bucket < m_counts.size(); ++bucket)
    m_counts[bucket] += other.m_counts[bucket];
  m_total += other.m_total;
  m_longest = std::max(m_longest, other.m_longest);
}

/// The leading bit and the kStepBits after it: below 8 microseconds every one has its own.
std::size_t DelayHistogram::bucketOf(std::uint64_t micros) {
  const int width = static_cast<int>(std::bit_width(micros));
  const int doublings = std::max(width - 1 - kStepBits, 0);
  return (static_cast<std::size_t>(doublings) << kStepBits) + (micros >> doublings);
}

microseconds DelayHistogram::endOf(std::size_t bucket) {
  constexpr std::size_t kSteps = std::size_t{1} << kStepBits;
  if (bucket < 2 * kSteps) return microseconds(bucket);
  const auto doublings = bucket / kSteps - 1;
  const auto step = bucket % kSteps + kSteps;
  return microseconds(((step + 1) << doublings) - 1);
}

}  // namespace vitalwall
