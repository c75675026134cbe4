// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "sources/simulator/tick.h"

namespace vitalwall::sources {

/// A monitor's rate counter: the mean rate of the newest beats, pulses or breaths.
class RateMeter {
 public:
  /// Averages over the intervals of the `window` ticks before the newest event; after `silence`
  /// ticks without an event the rate is 0 (asystole, apnoea). `silence` is at most `window`.
  RateMeter(Tick window, Tick silence) : m_window(window), m_silence(silence) {}

  void onEvent(Tick at);

  /// Events per minute. 0: measured, and nothing comes. Nothing: too few events to tell.
  std::optional<double> perMinute(Tick now) const;

 private:
  static constexpr std::size_t kKept = 32;
  Tick eventBack(std::size_t count) const { return m_times[(m_next + kKept - 1 - count) % kKept]; }

  Tick m_window;
  Tick m_silence;
  std::array<Tick, kKept> m_times{};
  std::size_t m_next = 0;
  std::size_t m_count = 0;
};

}  // namespace vitalwall::sources
