// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "detectors/pulse_detector.h"
#include "detectors/recent_median.h"
#include "detectors/wave_monitor.h"

namespace vitalwall::detectors {

/// Systolic, diastolic and mean of an invasive pressure, in mmHg: medians of the last 5 pulses that
/// can be believed. Pulses with catheter flushes, dropouts or steps are left out; a pulse far from
/// the others counts only when three in a row agree that the pressure has changed. Absent when no
/// pulse could be believed for 5 s: a flat line is not a pressure.
class PressureMonitor final : public WaveMonitor, public NumericDeriver {
 public:
  struct Codes {
    MdcCode systolic;
    MdcCode diastolic;
    MdcCode mean;
  };

  /// `smallestPulse` in mmHg.
  PressureMonitor(double samplesPerSecond, double smallestPulse, const Codes& codes);

  void push(double mmHg) override;
  void skip() override;
  void appendNumerics(WallTime now, std::vector<Numeric>& numerics) override;

 private:
  void judge(const Pulse& pulse);
  bool isPlausible(const Pulse& pulse) const;
  bool isLikeTheOthers(const Pulse& pulse) const;

  double m_rate;
  double m_smallestPulse;
  Codes m_codes;
  PulseDetector m_detector;
  RecentMedian m_systolic;
  RecentMedian m_diastolic;
  RecentMedian m_mean;
  int m_unlike = 0;                   // plausible pulses in a row that were unlike the others
  std::uint64_t m_sinceBelieved = 0;  // samples
};

}  // namespace vitalwall::detectors
