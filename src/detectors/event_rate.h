// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

namespace vitalwall::detectors {

/// How often something periodic happens: beats, pulses, breaths, by the last intervals.
class EventRate {
 public:
  struct Rules {
    std::size_t intervals;  ///< that are remembered
    std::size_t needed;     ///< before there is a rate
    double longest;         ///< s; a longer pause ends the rhythm
  };

  explicit EventRate(const Rules& rules) : m_rules(rules) {}

  /// An event at `seconds` on the caller's time axis. Earlier ones than the last are ignored.
  void add(double seconds);

  /// The signal was interrupted: the interval across the interruption is not an interval.
  void interrupt() { m_last.reset(); }

  /// Events a minute by the mean interval, which counts early and late beats alike. nullopt if
  /// there were too few events, or none for `longest` before `now`.
  std::optional<double> perMinute(double now) const;

  /// Events a minute by the intervals near the median: missed and doubled events do not move it.
  std::optional<double> typicalPerMinute(double now) const;

  /// Share of the intervals that are within a fifth of their median, 0 to 1.
  double regularity() const;

 private:
  bool isRunning(double now) const;
  std::vector<double> regularIntervals() const;

  Rules m_rules;
  std::deque<double> m_intervals;
  std::optional<double> m_last;       // start of the interval under way
  std::optional<double> m_lastEvent;  // for the age of the rate
};

}  // namespace vitalwall::detectors
