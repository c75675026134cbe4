// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace vitalwall::simulation {

/// The one source of chance of a history: the same seed gives the same throws.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_random(seed) {}

  /// 0 to `count` - 1.
  std::size_t below(std::size_t count) { return m_random() % count; }
  bool permille(std::size_t chance) { return below(1000) < chance; }
  std::chrono::milliseconds between(int from, int to) {
    return std::chrono::milliseconds(from + static_cast<int>(below(std::size_t(to - from + 1))));
  }
  template <typename Values>
  const auto& oneOf(const Values& values) {
    return values[below(std::size(values))];
  }

 private:
  std::mt19937_64 m_random;
};

}  // namespace vitalwall::simulation
