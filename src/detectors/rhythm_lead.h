// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "detectors/biquad.h"
#include "detectors/ecg_lead_monitor.h"
#include "detectors/fibrillation_detector.h"
#include "detectors/noise_floor.h"
#include "detectors/running_window.h"
#include "detectors/sighting.h"
#include "detectors/usual_beat.h"
#include "detectors/ventricular_run.h"
#include "detectors/wave_monitor.h"

namespace vitalwall::detectors {

/// What one ECG lead shows of the lethal rhythms, at 100 Hz and more. A lead that is off, or that
/// trembles by more than a fifth of the usual beat, shows nothing. Not thread-safe.
class RhythmLead final : public WaveMonitor {
 public:
  explicit RhythmLead(double samplesPerSecond);

  void push(double millivolts) override;
  void skip() override;

  /// Seconds of signal so far, gaps included.
  double seconds() const { return static_cast<double>(m_samples) / m_rate; }

  /// No beat for 4 s: see EcgLeadMonitor::isAsystole(). A lead that never showed a beat shows no
  /// asystole either.
  Sighting asystole() const;

  /// Five ventricular beats in a row at more than 100/min; 130/min while the usual beat is not
  /// known yet. Present for 2 s after the newest of them.
  Sighting tachycardia() const;

  /// Rate of the tachycardia that is Present; 0 without one.
  double tachycardiaRate() const;

  /// A fibrillatory wave of 3 to 9 Hz and 0.2 mV for 4 s, without two usual or narrow beats in it.
  /// The leakage allowed is Kuo and Dillman's: 0.406; 0.625 where the usual beats were known, the
  /// wave is smaller than they, and what is left has no recurring form.
  Sighting fibrillation() const;

  /// This lead reads well, and in the time of five beats at `rate` a minute it shows nothing but
  /// usual beats, fewer than five: what another lead takes for a tachycardia is none.
  bool contradictsTachycardia(double rate) const;

 private:
  struct Beat {
    double seconds;
    BeatKind kind;
  };
  struct Tachycardia {
    double seconds;  ///< of its newest beat
    double rate;     ///< /min
  };

  void judgeDueBeats();
  void judge(std::uint64_t beat);
  void learn(double at, BeatKind kind, const BeatShape& shape);
  bool isReadable() const;
  bool hasConductedBeats() const;
  bool hadTachycardia(double span) const;

  double m_rate;
  EcgLeadMonitor m_monitor;
  Biquad m_highPass;
  Biquad m_lowPass;
  RunningWindow m_band;  // 1 to 25 Hz
  NoiseFloor m_noise;
  UsualBeat m_usual;
  VentricularRun m_run;
  std::optional<Tachycardia> m_tachycardia;  // the last one
  FibrillationDetector m_fibrillation;

  std::uint64_t m_samples = 0;
  std::uint64_t m_running = 0;      // samples since the start or the last gap
  std::deque<std::uint64_t> m_due;  // beats whose form is not complete yet
  std::deque<Beat> m_recent;        // of the last 4 s
};

}  // namespace vitalwall::detectors
