// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detectors/event_rate.h"
#include "detectors/pulse_detector.h"
#include "detectors/wave_monitor.h"

namespace vitalwall::detectors {

/// Pulse rate of a pleth wave by those of its last 8 intervals that agree; absent after 2.5 s
/// without a pulse, and while fewer than three of four intervals agree: movement makes pulses of
/// its own.
class PulseRateMonitor final : public WaveMonitor, public NumericDeriver {
 public:
  /// `smallestRise` as in PulseDetector.
  PulseRateMonitor(double samplesPerSecond, double smallestRise);

  void push(double value) override;
  void skip() override;
  void appendNumerics(WallTime now, std::vector<Numeric>& numerics) override;

 private:
  double m_rate;
  PulseDetector m_detector;
  EventRate m_pulses;
  std::uint64_t m_samples = 0;
};

}  // namespace vitalwall::detectors
