// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>

#include "detectors/event_rate.h"
#include "detectors/pulse_detector.h"
#include "detectors/wave_monitor.h"

namespace vitalwall::detectors {

/// Whether the arterial pressure or the pleth shows that the heart pumps, whatever the ECG seems to
/// say: what removed most false alarms in Aboukhalil et al., "Reducing false alarm rates for
/// critical arrhythmias using the arterial blood pressure waveform" (J Biomed Inform 2008).
class PulseWitness final : public WaveMonitor {
 public:
  /// `smallestRise` as in PulseDetector.
  PulseWitness(double samplesPerSecond, double smallestRise);

  void push(double value) override;
  void skip() override;

  /// Pulses came until now, no farther apart than 3 s, and two of three intervals agree: neither
  /// asystole nor fibrillation.
  bool isBeating() const;

  /// The pulse goes on as before, each of the last four intervals within 15 % of the usual one, at
  /// less than three quarters of `rate` a minute: no tachycardia of this rate has begun.
  bool isUndisturbedBy(double rate) const;

 private:
  double now() const { return static_cast<double>(m_samples) / m_rate; }

  double m_rate;
  PulseDetector m_detector;
  EventRate m_pulses;
  std::deque<double> m_feet;  // s; of the newest pulses
  std::uint64_t m_samples = 0;
};

}  // namespace vitalwall::detectors
