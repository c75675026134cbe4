// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "sources/simulator/physiology.h"
#include "sources/simulator/random_stream.h"

namespace vitalwall::sources {

/// The electrical heart: lead II of the electrocardiogram by the dynamical model of McSharry,
/// Clifford, Tarassenko and Smith, "A dynamical model for generating synthetic electrocardiogram
/// signals", IEEE Trans Biomed Eng 50(3), 2003: three coupled differential equations, here in
/// polar form and on the limit cycle (radius 1), where they reduce to
///   d(theta)/dt = omega,
///   dz/dt = -sum of a_i d_i exp(-d_i^2 / 2 b_i^2) - (z - z0),  d_i = theta - theta_i,
/// over i = P, Q, R, S, T, with a_i = omega A_i / b_i^2 (A_i in mV), so that the waves keep their
/// height at any rate. Each beat has its own omega: the RR interval varies with breathing
/// (respiratory sinus arrhythmia, the paper's HF band) and slowly around 0.1 Hz (its LF band).
/// Beats of a ventricular tachycardia have the same equations with waves of their own: no P, a QRS
/// of 0.16 s, a T against it; and the focus does not follow the breath.
class Heart {
 public:
  /// `rMilliVolts` is the height of the R wave; `variation` the relative depth of RR variability.
  Heart(double rMilliVolts, double variation, double heartRate, RandomStream random);

  /// Goes on by one tick (4 ms) of `state`. `breath` is the volume of the lungs, -1 to 1. A heart
  /// that does not beat ends its beat and stands still; the wave of its fibrillation is not here.
  void step(const Physiology& state, double breath);

  /// Lead II in mV.
  double milliVolts() const { return m_z; }
  /// The part of the cycle that has passed since the R wave, 0 to 1.
  double phase() const { return m_theta < 0 ? m_theta / kTurn + 1 : m_theta / kTurn; }
  /// The R wave was in the newest step.
  bool beatNow() const { return m_beatNow; }

 private:
  static constexpr double kTurn = 6.283185307179586;

  struct Extremum {
    double angle = 0;   ///< rad after the R wave
    double width = 1;   ///< rad
    double height = 0;  ///< mV
  };

  void beginBeat(const Physiology& state, double breath);
  void beginSinusBeat(double heartRate, double breath);
  void beginVentricularBeat(double heartRate);
  void turn(const Physiology& state, double breath);
  double slope(double theta) const;
  double slowVariation() const;

  double m_rMilliVolts;
  double m_variation;
  std::array<double, 3> m_slowPhases{};
  std::array<Extremum, 5> m_waves{};
  double m_time = 0;   // s
  double m_omega = 0;  // rad/s; 0 while the heart stands still
  double m_theta;      // rad, R wave at 0, -pi to pi
  double m_z = 0;      // mV
  bool m_beatNow = false;
};

}  // namespace vitalwall::sources
