// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace vitalwall {

using std::chrono::milliseconds;

/// Wall time, UTC, millisecond resolution: for people, records and the wire. May jump.
using WallTime = std::chrono::sys_time<milliseconds>;

/// Monotonic time: for ages, delays and timers. Never jumps.
using SteadyTime = std::chrono::steady_clock::time_point;

/// One moment on both clocks: `steady` for delays, `wall` for stamps.
struct Moment {
  SteadyTime steady{};
  WallTime wall{};
};

/// The only way that rules, sessions and models learn the time. Thread-safe.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  virtual WallTime wallNow() const = 0;
  virtual SteadyTime steadyNow() const = 0;
  Moment now() const { return {steadyNow(), wallNow()}; }
};

/// The machine's own clocks.
class SystemClock final : public Clock {
 public:
  WallTime wallNow() const override {
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
  }
  SteadyTime steadyNow() const override { return std::chrono::steady_clock::now(); }
};

/// Unix milliseconds, as the contract's timestamps are written.
inline std::int64_t toUnixMillis(WallTime time) {
  return time.time_since_epoch().count();
}
inline WallTime fromUnixMillis(std::int64_t millis) {
  return WallTime(milliseconds(millis));
}

}  // namespace vitalwall
