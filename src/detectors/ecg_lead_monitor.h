// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "detectors/event_rate.h"
#include "detectors/qrs_detector.h"
#include "detectors/signal_activity.h"
#include "detectors/wave_monitor.h"

namespace vitalwall::detectors {

/// Heart rate of one ECG lead, and whether the lead can be believed.
class EcgLeadMonitor final : public WaveMonitor {
 public:
  explicit EcgLeadMonitor(double samplesPerSecond);

  void push(double millivolts) override;
  void skip() override;

  /// The beat that the newest sample has made known, by the number of its own sample (see
  /// QrsDetector).
  const std::optional<std::uint64_t>& newBeat() const { return m_newBeat; }

  /// Beats a minute over the last 8 intervals; nullopt after 4 s without a beat.
  std::optional<double> rate() const;

  /// How far beats stand out from noise and how regular they are, 0 to 1; 0 while the lead is off.
  double quality() const;

  /// The lead moves less than 0.02 mV in 4 s, or half of it is missing: nobody is attached.
  bool isOff() const;

  /// No beat for 4 s although the lead showed beats before, is attached, and is quiet enough for a
  /// beat to be seen: the heart stands still.
  bool isAsystole() const;

 private:
  double now() const { return static_cast<double>(m_samples) / m_rate; }

  double m_rate;
  QrsDetector m_detector;
  EventRate m_beats;
  SignalActivity m_activity;
  std::optional<std::uint64_t> m_newBeat;
  std::uint64_t m_samples = 0;
  double m_beatRange = 0;  // mV, peak to peak while there were beats
};

}  // namespace vitalwall::detectors
