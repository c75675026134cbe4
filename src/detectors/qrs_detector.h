// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "detectors/biquad.h"
#include "detectors/peak_finder.h"
#include "detectors/recent_median.h"
#include "detectors/running_window.h"

namespace vitalwall::detectors {

/// Finds heartbeats in one ECG lead as it streams in, at 100 to 1000 Hz. Band-pass, slope and
/// moving average after Pan and Tompkins (IEEE Trans. Biomed. Eng. 1985), decision rules in the
/// manner of Hamilton and Tompkins (1986): adaptive threshold between the medians of recent beats
/// and of recent noise, T-wave rejection by slope, search-back after 1.5 RR. A beat is told about
/// 0.3 s after it happened. Not thread-safe.
class QrsDetector {
 public:
  /// How far from noise to recent beats the threshold lies. The usual share counts best; the low
  /// one also takes the blunt beats that follow when a ventricular focus takes over. Lower still,
  /// the two halves of a paced beat are two beats (seen in challenge record v139l at 0.2).
  static constexpr double kUsualShare = 0.4;
  static constexpr double kLowShare = 0.25;

  explicit QrsDetector(double samplesPerSecond, double thresholdShare = kUsualShare);

  /// Takes the next sample in millivolts. A value is the number of the sample where a beat was,
  /// counting all samples pushed and skipped from 0.
  std::optional<std::uint64_t> push(double millivolts);

  /// A sample was not measured. Thresholds are kept; what was under way is dropped.
  void skip();

  /// How far beats stand out from noise: 0 (not at all, or nothing learned yet) to 1.
  double quality() const;

 private:
  struct Candidate {
    std::uint64_t sample = 0;  ///< of the R wave
    double height = 0;
    double slope = 0;
  };

  void restart(double millivolts);
  Candidate describe(const PeakFinder::Peak& peak) const;
  std::optional<std::uint64_t> learn(const Candidate& candidate);
  std::optional<std::uint64_t> judge(const Candidate& candidate);
  std::optional<std::uint64_t> searchBack();
  void forget();
  std::uint64_t accept(const Candidate& beat);
  bool isTWave(const Candidate& candidate) const;
  double threshold() const;

  double m_rate;
  double m_thresholdShare;
  Biquad m_highPass;
  Biquad m_lowPass;
  RunningWindow m_band;      // band-passed signal: where the R wave is sought
  RunningWindow m_slope;     // its slope, mV/s
  RunningWindow m_envelope;  // mean absolute slope
  PeakFinder m_peaks;

  std::uint64_t m_sample = 0;
  std::uint64_t m_startedAt = 0;
  std::uint64_t m_quiet = 0;  // samples since the last beat, or since the threshold came down
  bool m_running = false;
  bool m_learned = false;
  RecentMedian m_beatHeights;
  RecentMedian m_noiseHeights;
  RecentMedian m_intervals;
  std::optional<Candidate> m_lastBeat;
  std::optional<Candidate> m_missed;  // the best peak since the last beat that was called noise
};

}  // namespace vitalwall::detectors
