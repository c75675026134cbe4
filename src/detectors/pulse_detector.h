// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "detectors/biquad.h"
#include "detectors/peak_finder.h"
#include "detectors/recent_median.h"
#include "detectors/running_window.h"

namespace vitalwall::detectors {

/// One pulse of a pressure or pleth wave, foot to foot.
struct Pulse {
  std::uint64_t start = 0;  ///< sample number of its foot
  double seconds = 0;       ///< to the next foot
  double low = 0;           ///< at the foot: diastolic
  double high = 0;          ///< systolic
  double mean = 0;
  double steepest = 0;  ///< largest change of the unfiltered signal, per second
};

/// Finds pulses in a pressure or pleth wave as it streams in, at 40 Hz and more: peaks of the rise
/// over 128 ms (the slope sum of Zong et al., Computers in Cardiology 2003) that reach half of
/// the recent pulses' rise. A pulse is told when the next has begun.
class PulseDetector {
 public:
  /// `smallestRise`, in the signal's unit: what rises less in 128 ms is no pulse.
  PulseDetector(double samplesPerSecond, double smallestRise);

  std::optional<Pulse> push(double value);

  /// A sample was not measured: the pulse under way is dropped.
  void skip();

 private:
  bool isPulse(double rise);
  std::uint64_t footAge(std::uint64_t topAge) const;
  Pulse measure(std::uint64_t startAge, std::uint64_t endAge) const;

  double m_rate;
  double m_smallestRise;
  Biquad m_lowPass;
  RunningWindow m_smooth;
  RunningWindow m_change;  // of the unfiltered signal, per second
  RunningWindow m_rise;
  PeakFinder m_peaks;
  RecentMedian m_rises;

  std::uint64_t m_sample = 0;
  std::uint64_t m_running = 0;  // samples since the start or the last gap
  std::uint64_t m_sincePulse = 0;
  double m_previous = 0;
  std::optional<std::uint64_t> m_foot;  // sample number of the last pulse's foot
};

}  // namespace vitalwall::detectors
