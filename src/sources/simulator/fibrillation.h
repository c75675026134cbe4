// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "sources/simulator/random_stream.h"

namespace vitalwall::sources {

/// The wave of ventricular fibrillation in a lead: a few oscillations of 4 to 7 Hz, where most of
/// its energy is while it is coarse (Clayton, Murray and Campbell, Med Biol Eng Comput 1995), each
/// of which wanders in that band. Comes and goes within a second.
class Fibrillation {
 public:
  /// `milliVolts` is the usual height of the wave, either way.
  Fibrillation(double milliVolts, RandomStream random);

  /// Goes on by one tick.
  void step(bool fibrillates);

  /// mV; 0 while the heart does not fibrillate.
  double milliVolts() const { return m_milliVolts; }

 private:
  struct Oscillation {
    double phase = 0;   ///< rad
    double hertz = 0;   ///< now
    double target = 0;  ///< towards which it wanders
  };

  void wander();

  RandomStream m_random;
  double m_height;
  std::array<Oscillation, 3> m_oscillations{};
  double m_level = 0;       // how far it has come, 0 to 1
  double m_sinceDrawn = 0;  // s
  double m_milliVolts = 0;
};

}  // namespace vitalwall::sources
