// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace vitalwall::sources {

/// One bell of a pulse: where in the beat, how wide (both as parts of the beat) and how high.
struct PulseBell {
  double position;
  double width;
  double height;
};

/// The shape of one pulse over one beat, from 0 at its foot to 1 at its top and back to 0: a sum
/// of bells (forward wave, reflected wave, dicrotic wave, run-off), as pulse decomposition analysis
/// takes pulses apart. Immutable once built.
class PulseShape {
 public:
  explicit PulseShape(std::span<const PulseBell> bells);

  /// Height at `phase` of the beat (0 to 1, foot at 0), read between the points of a table.
  double at(double phase) const {
    const double position = phase * kPoints;
    const auto index = static_cast<std::size_t>(position);
    const double part = position - static_cast<double>(index);
    return m_table[index] + (m_table[index + 1] - m_table[index]) * part;
  }
  /// Mean height over the beat: the form factor of the mean pressure.
  double mean() const { return m_mean; }

 private:
  static constexpr std::size_t kPoints = 256;
  std::array<double, kPoints + 2> m_table{};  // closed: phase 1 may be asked for
  double m_mean = 0;
};

/// An arterial pulse with the notch of the closing aortic valve.
const PulseShape& arterialPulse();
/// The rounder pulse of a finger's volume with its dicrotic notch.
const PulseShape& plethPulse();

}  // namespace vitalwall::sources
