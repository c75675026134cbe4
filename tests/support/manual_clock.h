// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

#include "domain/clock.h"

namespace vitalwall::test {

/// A clock that a test holds in its hand. Thread-safe.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(WallTime start = fromUnixMillis(1'767'225'600'000)) : m_wall(start) {}

  /// Both clocks go on, as time does.
  void advance(SteadyTime::duration duration) {
    const std::lock_guard lock(m_mutex);
    m_steady += duration;
    m_wall += std::chrono::floor<milliseconds>(duration);
  }

  /// Somebody sets the wall clock; the monotonic one knows nothing of it.
  void jumpWall(milliseconds step) {
    const std::lock_guard lock(m_mutex);
    m_wall += step;
  }

  WallTime wallNow() const override {
    const std::lock_guard lock(m_mutex);
    return m_wall;
  }
  SteadyTime steadyNow() const override {
    const std::lock_guard lock(m_mutex);
    return m_steady;
  }

 private:
  mutable std::mutex m_mutex;
  WallTime m_wall;
  SteadyTime m_steady{std::chrono::hours(1)};
};

}  // namespace vitalwall::test
