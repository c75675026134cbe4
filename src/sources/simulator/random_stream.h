// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vitalwall::sources {

/// Random numbers that are the same on every machine (the standard's distributions are not):
/// SplitMix64, Steele, Lea and Flood, OOPSLA 2014.
class RandomStream {
 public:
  explicit RandomStream(std::uint64_t seed) : m_state(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = (m_state += 0x9e3779b97f4a7c15ULL);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
  }

  /// Even over [low, high).
  double uniform(double low, double high) {
    constexpr double kUnit = 1.0 / 9007199254740992.0;  // 2^-53
    return low + (high - low) * kUnit * static_cast<double>(next() >> 11);
  }

  /// Even over 0 .. count - 1; 0 if there is nothing to choose.
  std::uint64_t below(std::uint64_t count) { return count == 0 ? 0 : next() % count; }

  /// An independent stream: drawing from one never shifts the other.
  RandomStream fork() { return RandomStream(next()); }

 private:
  std::uint64_t m_state;
};

}  // namespace vitalwall::sources
