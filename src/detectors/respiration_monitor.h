// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "detectors/biquad.h"
#include "detectors/event_rate.h"
#include "detectors/signal_activity.h"
#include "detectors/wave_monitor.h"

namespace vitalwall::detectors {

/// Respiration rate of an impedance (or belt, or flow) wave at 8 Hz and more. A breath is a swing
/// of the band 0.1 to 1 Hz through zero by more than a fifth of its range over the last 15 s, both
/// ways; the rate is that of the last 5 breaths, and absent after 15 s without one.
class RespirationMonitor final : public WaveMonitor, public NumericDeriver {
 public:
  /// `smallestSwing`, in the signal's unit: what moves less is no breathing.
  RespirationMonitor(double samplesPerSecond, double smallestSwing);

  void push(double value) override;
  void skip() override;
  void appendNumerics(WallTime now, std::vector<Numeric>& numerics) override;

 private:
  double now() const { return static_cast<double>(m_samples) / m_rate; }

  double m_rate;
  double m_smallestSwing;
  Biquad m_highPass;
  Biquad m_lowPass;
  SignalActivity m_activity;
  EventRate m_breaths;
  std::uint64_t m_samples = 0;
  bool m_running = false;
  bool m_isOut = false;  // the wave has been low since the last breath
};

}  // namespace vitalwall::detectors
