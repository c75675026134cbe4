// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

#include "detectors/running_window.h"

namespace vitalwall::detectors {

/// The form of one heartbeat in one lead: 120 ms before its R wave to 200 ms after it in steps of
/// 8 ms, with a margin on both sides in which two forms may be shifted against each other. In mV
/// about its own median. A value.
class BeatShape {
 public:
  static constexpr double kStep = 0.008;    ///< s
  static constexpr double kBefore = 0.168;  ///< s that are needed before the R wave
  static constexpr double kAfter = 0.248;   ///< s that are needed after it

  /// Cut out of `signal` at `rate` Hz, the R wave being `age` samples old; kAfter and kBefore must
  /// lie inside the window.
  BeatShape(const RunningWindow& signal, double rate, std::size_t age);

  /// The area between this form and another as a share of both areas, at the shift where it is
  /// least: 0 for equal forms, about 1 for opposite ones. The size counts as well as the form.
  double unlikeness(const BeatShape& other) const;

  /// How long the wave is farther from its baseline than half its height, s: 0.02 to 0.04 for a
  /// beat that came through the bundles, 0.05 and more for one that spread through the muscle.
  double width() const;

  /// Highest minus lowest value, mV.
  double size() const;

  /// Moves this form towards another by `share` of the way.
  void approach(const BeatShape& other, float share);

 private:
  static constexpr std::size_t kMargin = 6;  // steps
  static constexpr std::size_t kCore = 41;   // steps

  double unlikenessAt(const BeatShape& other, std::size_t shift) const;
  void centre();

  std::array<float, kCore + 2 * kMargin> m_millivolts{};
};

}  // namespace vitalwall::detectors
