// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "sources/simulator/tick.h"

namespace vitalwall::sources {

/// Systolic, diastolic and mean pressure, mmHg.
struct PressureReading {
  double systolic = 0;
  double diastolic = 0;
  double mean = 0;
};

/// A monitor's invasive pressure: highest, lowest and mean value of each beat, averaged over the
/// newest four. Without a pulse it gives the pressure that stands in the line.
class PressureMeter {
 public:
  void onSample(double pressure);
  /// The foot of a pulse: the beat before it is complete.
  void onPulse(Tick at);

  /// Nothing while no beat is complete yet.
  std::optional<PressureReading> reading(Tick now) const;

 private:
  struct Beat {
    double highest = -1e9;
    double lowest = 1e9;
    double sum = 0;
    int samples = 0;
  };
  bool isSilentAt(Tick now) const { return now - m_lastPulse > kSilence; }

  static constexpr Tick kSilence = 4 * kTicksPerSecond;
  std::array<PressureReading, 4> m_beats{};
  std::size_t m_next = 0;
  std::size_t m_count = 0;
  Beat m_beat;
  double m_newest = 0;
  Tick m_lastPulse = -kSilence * 100;
};

}  // namespace vitalwall::sources
