// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <random>

namespace vitalwall::session {

/// How long to wait before the next attempt: full jitter, uniform between nothing and a bound that
/// doubles from `first` to `ceiling`. Many stations that lose one server so come back spread out,
/// and all within `ceiling` of its return.
/// Value; not thread-safe.
class Backoff {
 public:
  explicit Backoff(std::mt19937_64 generator,
                   std::chrono::milliseconds first = std::chrono::milliseconds(250),
                   std::chrono::milliseconds ceiling = std::chrono::seconds(2));

  /// The delay before the next attempt; raises the bound.
  std::chrono::milliseconds next();

  /// To be called when data has arrived: a connection alone proves nothing.
  void reset() { m_bound = m_first; }

 private:
  std::mt19937_64 m_generator;
  std::chrono::milliseconds m_first;
  std::chrono::milliseconds m_ceiling;
  std::chrono::milliseconds m_bound;
};

}  // namespace vitalwall::session
