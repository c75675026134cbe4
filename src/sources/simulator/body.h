// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/simulator/fibrillation.h"
#include "sources/simulator/heart.h"
#include "sources/simulator/lungs.h"
#include "sources/simulator/profile.h"
#include "sources/simulator/pulse_delay.h"

namespace vitalwall::sources {

/// What the sensors on a body see at one tick.
struct BodySignals {
  double ecg = 0;          ///< mV, lead II
  double pleth = 0;        ///< 0 to 1
  double pressure = 0;     ///< mmHg at the artery
  double respiration = 0;  ///< 0 to 1
  bool beat = false;       ///< an R wave in this tick
  bool breath = false;     ///< a breath began in this tick
  bool arterialPulse = false;
  bool fingerPulse = false;
};

/// Heart, lungs and vessels of one patient, coupled: breath moves the heart rate and the pressure,
/// each beat sends a pulse that arrives later at the artery and later still at the finger.
class Body {
 public:
  Body(const Profile& profile, RandomStream random);

  /// Goes on by one tick. Ticks are counted so that the lungs step at every fourth.
  const BodySignals& step(const Physiology& state, Tick tick);

 private:
  void stepVessels(const Physiology& state);
  void addMotion(double motion);
  double noise(double amplitude) { return m_random.uniform(-amplitude, amplitude); }

  RandomStream m_random;
  Heart m_heart;
  Lungs m_lungs;
  PulseDelay m_artery;
  PulseDelay m_finger;
  Fibrillation m_fibrillation;
  double m_push = 0;   // movement: noise, smoothed once
  double m_shake = 0;  // and twice
  BodySignals m_signals;
};

}  // namespace vitalwall::sources
