// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/simulator/random_stream.h"

namespace vitalwall::sources {

/// Breathing as impedance pneumography shows it: breaths of slightly unequal length, breathing in
/// for two fifths of each.
class Lungs {
 public:
  static constexpr int kTicksPerStep = 4;  ///< 62.5 Hz

  explicit Lungs(double respiratoryRate, RandomStream random);

  /// Goes on by kTicksPerStep. Lungs that do not breathe end their breath and stay empty.
  void step(double respiratoryRate, bool breathes);

  /// 0 after breathing out, 1 at the top of the breath.
  double volume() const { return m_volume; }
  /// The same around its mean, -1 to 1: what heart and pressure feel.
  double swing() const { return 2 * m_volume - 1; }
  /// A breath began in the newest step.
  bool breathNow() const { return m_breathNow; }

 private:
  void beginBreath(double respiratoryRate);

  RandomStream m_random;
  double m_phase;             // of the breath, 0 to 1
  double m_phasePerStep = 0;  // 0 while breathing stands still
  double m_volume = 0;
  bool m_breathNow = false;
};

}  // namespace vitalwall::sources
