// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>

namespace vitalwall {

using std::chrono::microseconds;

/// How often which delay occurred, in a fixed amount of memory: the buckets grow with the delay, so
/// that a percentile is never more than an eighth above the truth (the idea of HdrHistogram).
/// Value; not thread-safe.
class DelayHistogram {
 public:
  /// Longer delays count as this; two minutes are for ever in monitoring.
  static constexpr microseconds kLongest{(1LL << 27) - 1};

  /// A negative delay counts as none.
  void add(microseconds delay);

  std::uint64_t count() const { return m_total; }

  /// The longest delay, exactly; 0 before the first.
  microseconds longest() const { return m_longest; }

  /// The delay that `share` (0..1) of all did not exceed, up to an eighth too long; nullopt before
  /// the first.
  std::optional<microseconds> percentile(double share) const;

  /// As if the other's delays had been added here.
  void merge(const DelayHistogram& other);

 private:
  static constexpr int kStepBits = 3;  ///< each doubling of the delay has 8 buckets
  static constexpr int kBuckets = (27 - kStepBits + 1) << kStepBits;

  static std::size_t bucketOf(std::uint64_t micros);
  /// The longest delay that falls into the bucket.
  static microseconds endOf(std::size_t bucket);

  std::array<std::uint32_t, kBuckets> m_counts{};
  std::uint64_t m_total = 0;
  microseconds m_longest{0};
};

}  // namespace vitalwall
