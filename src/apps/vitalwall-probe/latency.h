// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "domain/clock.h"

namespace vitalwall::probe {

/// Counts delays by the millisecond, so that the memory does not grow with the length of a run.
class Latency {
 public:
  void add(milliseconds delay) {
    ++m_counts[delay];
    ++m_total;
  }

  /// The delay that `share` (0..1) of all did not exceed, or nullopt before the first.
  std::optional<milliseconds> percentile(double share) const {
    std::uint64_t seen = 0;
    for (const auto& [delay, count] : m_counts) {
      seen += count;
      if (static_cast<double>(seen) >= share * static_cast<double>(m_total)) return delay;
    }
    return std::nullopt;
  }

 private:
  std::map<milliseconds, std::uint64_t> m_counts;
  std::uint64_t m_total = 0;
};

}  // namespace vitalwall::probe
