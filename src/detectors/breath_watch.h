// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "detectors/biquad.h"
#include "detectors/recent_median.h"
#include "detectors/sighting.h"
#include "detectors/signal_activity.h"
#include "detectors/wave_monitor.h"

namespace vitalwall::detectors {

/// Apnoea in one respiration or CO2 wave at 8 Hz and more: no breath for 20 s (the factory default
/// of bedside monitors, ISO 80601-2-84 asks for a limit of this kind). A breath is a rise and fall
/// of the band 0.05 to 1.5 Hz by at least 30 % of the recent breaths, so that the beats of the
/// heart, which shake the impedance of a chest that stands still, are no breaths. Every 30 s
/// without a breath halve what is asked for: shallow breathing is found again.
class BreathWatch final : public WaveMonitor {
 public:
  struct Rules {
    double smallestSwing;  ///< in the wave's unit: what moves less is no breathing
    double flatRange;      ///< a wave that moves less in 20 s is not attached; 0: it may be flat
  };

  BreathWatch(double samplesPerSecond, const Rules& rules);

  void push(double value) override;
  void skip() override;

  /// Seconds of signal so far, gaps included.
  double seconds() const { return static_cast<double>(m_samples) / m_rate; }

  /// Present after 20 s of attached wave without a breath, Absent with two breaths in 20 s. A wave
  /// that never showed a breath shows no apnoea either.
  Sighting apnoea() const;

 private:
  void trace(double wave);
  void countBreath(double depth);
  double needed() const;
  bool isAttached() const;

  double m_rate;
  Rules m_rules;
  Biquad m_highPass;
  Biquad m_lowPass;
  SignalActivity m_activity;
  RecentMedian m_depths;
  std::uint64_t m_samples = 0;
  std::uint64_t m_quiet = 0;       // samples since the last breath, or the start after a gap
  std::uint64_t m_forgetting = 0;  // samples until the depth asked for is halved
  std::size_t m_breaths = 0;       // since the last gap or apnoea
  bool m_running = false;
  bool m_isRising = false;
  double m_turn = 0;  // highest value of the rise, or lowest of the fall, under way
  double m_low = 0;   // where the rise under way began
};

}  // namespace vitalwall::detectors
