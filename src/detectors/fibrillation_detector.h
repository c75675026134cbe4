// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "detectors/running_window.h"

namespace vitalwall::detectors {

/// Whether the last 4 s of a lead are one fibrillatory wave, by the leakage of the VF filter of Kuo
/// and Dillman, "Computer detection of ventricular fibrillation" (Computers in Cardiology 1978),
/// as compared by Amann, Tratnig and Unterkofler (BioMedical Engineering OnLine 2005, 4:60): the
/// wave is added to itself half its mean period later; what is left of a sine is nothing, of a
/// rhythm with isoelectric lines almost everything. Cheap: 500 samples once a second.
class FibrillationDetector {
 public:
  struct Wave {
    double leakage = 1;  ///< 0 a sine, 1 single beats
    double hertz = 0;    ///< of its mean period
    double range = 0;    ///< mV, highest minus lowest
  };

  explicit FibrillationDetector(double samplesPerSecond);

  /// The next sample of the lead, band-passed 1 to 25 Hz, mV.
  void push(double millivolts);

  /// A sample was not measured: the 4 s begin anew.
  void skip();

  /// Of the last 4 s, renewed once a second; nullopt while they are not complete.
  const std::optional<Wave>& wave() const { return m_wave; }

 private:
  Wave measure() const;

  std::size_t m_every;  // n-th sample is taken: about 125 Hz
  double m_rate;        // of those
  RunningWindow m_window;
  std::size_t m_count = 0;   // samples pushed
  std::size_t m_filled = 0;  // samples in the window since the last gap
  std::optional<Wave> m_wave;
};

}  // namespace vitalwall::detectors
