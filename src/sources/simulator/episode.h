// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/patient.h"
#include "sources/simulator/physiology.h"
#include "sources/simulator/scenario.h"
#include "sources/simulator/tick.h"

namespace vitalwall::sources {

/// How far a change has come: rises over `rise` seconds, falls over `fall` seconds, each after its
/// delay. Blood oxygen follows the lungs late, a lead is off at once.
struct Course {
  double delay = 0;      ///< s after the start
  double rise = 1;       ///< s
  double fallDelay = 0;  ///< s after the end
  double fall = 1;       ///< s
};

/// One scenario that befalls one patient from `start` to `end`, and fades after it. A value: what
/// it does to a body is a function of time alone.
class Episode {
 public:
  /// `depth` 1 crosses the default limit of the age group, 1.5 comes to the extreme limit.
  Episode(Scenario scenario, Tick start, Tick end, double depth = 1);

  /// The body as this episode leaves it at `now`.
  Physiology appliedTo(Physiology body, AgeGroup group, Tick now) const;

  /// Lets the body recover from `at` on, if the episode began before and lasts longer.
  void recoverFrom(Tick at);

  /// Nothing of it is left.
  bool isOver(Tick now) const;

 private:
  bool isOn(Tick now) const { return now >= m_start && now < m_end; }
  double progress(const Course& course, Tick now) const;

  void desaturate(Physiology& body, AgeGroup group, Tick now) const;
  void slowHeart(Physiology& body, AgeGroup group, Tick now) const;
  void raceHeart(Physiology& body, AgeGroup group, Tick now) const;
  void lowerPressure(Physiology& body, AgeGroup group, Tick now) const;
  void stopBreathing(Physiology& body, Tick now) const;
  void stopHeart(Physiology& body, Rhythm rhythm, Tick now) const;
  void startTachycardia(Physiology& body, AgeGroup group, Tick now) const;

  Scenario m_scenario;
  Tick m_start;
  Tick m_end;
  double m_depth;
};

}  // namespace vitalwall::sources
