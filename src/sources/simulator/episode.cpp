// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/episode.h"

#include <algorithm>
#include <cmath>

#include "domain/alarm_limits.h"

namespace vitalwall::sources {
namespace {

// Courses in seconds. Oxygen: the finger follows the lungs 10 to 30 s late, and stores last 20 s
// and more after the last breath. Pressure falls within seconds of the last beat.
constexpr Course kSlow{.delay = 0, .rise = 22, .fallDelay = 0, .fall = 20};
constexpr Course kHeart{.delay = 0, .rise = 10, .fallDelay = 0, .fall = 12};
constexpr Course kPressure{.delay = 0, .rise = 20, .fallDelay = 0, .fall = 20};
constexpr Course kOxygenStore{.delay = 22, .rise = 30, .fallDelay = 8, .fall = 15};
constexpr Course kPulseLost{.delay = 0, .rise = 3, .fallDelay = 1, .fall = 5};
constexpr Course kCirculationStops{.delay = 0, .rise = 6, .fallDelay = 1, .fall = 10};
constexpr Course kMovement{.delay = 0, .rise = 1, .fallDelay = 0, .fall = 1};
constexpr double kLongestFade = 25;  // s: the slowest of the courses above

/// Pressure where the circulation stands still (mean systemic filling pressure), mmHg.
constexpr double kFillingPressure = 12;
/// Share of the way from the limit to the extreme limit that depth 1 goes beyond the limit.
constexpr double kBeyondLimit = 0.7;
/// As far beyond, where a limit has no extreme one.
constexpr double kBeyondLimitAlone = 0.15;

/// Share of the pressure that is left in ventricular tachycardia.
constexpr double kTachycardiaPressure = 0.6;

/// Of a ventricular tachycardia, /min.
double ventricularRate(AgeGroup group) {
  switch (group) {
    case AgeGroup::Neonate:
      return 230;
    case AgeGroup::Paediatric:
      return 200;
    case AgeGroup::Adult:
      break;
  }
  return 170;
}

double smoothStep(double x) {
  x = std::clamp(x, 0.0, 1.0);
  return x * x * (3 - 2 * x);
}

double towards(double from, double to, double progress) {
  return from + (to - from) * progress;
}

const LimitPair& limitsOf(AgeGroup group, MdcCode code) {
  return defaultLimits(group).at(code);
}

double belowLimit(const LimitPair& limits, double depth) {
  const double low = limits.low.value_or(0);
  const double way =
      limits.extremeLow ? kBeyondLimit * (low - *limits.extremeLow) : kBeyondLimitAlone * low;
  return low - depth * way;
}

double aboveLimit(const LimitPair& limits, double depth) {
  const double high = limits.high.value_or(0);
  const double way =
      limits.extremeHigh ? kBeyondLimit * (*limits.extremeHigh - high) : kBeyondLimitAlone * high;
  return high + depth * way;
}

}  // namespace

Episode::Episode(Scenario scenario, Tick start, Tick end, double depth)
    : m_scenario(scenario), m_start(start), m_end(end), m_depth(depth) {}

double Episode::progress(const Course& course, Tick now) const {
  const double sinceEnd = toSeconds(now - m_end) - course.fallDelay;
  const double sinceStart = toSeconds(now - m_start) - std::max(sinceEnd, 0.0) - course.delay;
  return smoothStep(sinceStart / course.rise) * (1 - smoothStep(sinceEnd / course.fall));
}

Physiology Episode::appliedTo(Physiology body, AgeGroup group, Tick now) const {
  switch (m_scenario) {
    case Scenario::Desaturation:
      desaturate(body, group, now);
      break;
    case Scenario::Bradycardia:
      slowHeart(body, group, now);
      break;
    case Scenario::Tachycardia:
      raceHeart(body, group, now);
      break;
    case Scenario::Hypotension:
      lowerPressure(body, group, now);
      break;
    case Scenario::Apnoea:
      stopBreathing(body, now);
      break;
    case Scenario::Asystole:
      stopHeart(body, Rhythm::Standstill, now);
      break;
    case Scenario::LeadOff:
      body.electrodesAttached = body.electrodesAttached && !isOn(now);
      break;
    case Scenario::Artefact:
      body.motion = std::max(body.motion, progress(kMovement, now));
      break;
    case Scenario::VentricularTachycardia:
      startTachycardia(body, group, now);
      break;
    case Scenario::VentricularFibrillation:
      stopHeart(body, Rhythm::Fibrillation, now);
      break;
    case Scenario::Recovery:
      break;
  }
  return body;
}

void Episode::recoverFrom(Tick at) {
  if (m_start < at) m_end = std::min(m_end, at);
}

bool Episode::isOver(Tick now) const {
  return toSeconds(now - m_end) > kLongestFade;
}

void Episode::desaturate(Physiology& body, AgeGroup group, Tick now) const {
  const double level = progress(kSlow, now);
  body.spo2 = towards(body.spo2, belowLimit(limitsOf(group, mdc::kSpO2), m_depth), level);
  body.heartRate *= 1 + 0.08 * level;
  body.respiratoryRate *= 1 + 0.2 * level;
}

void Episode::slowHeart(Physiology& body, AgeGroup group, Tick now) const {
  const double level = progress(kHeart, now);
  body.heartRate =
      towards(body.heartRate, belowLimit(limitsOf(group, mdc::kHeartRate), m_depth), level);
  body.systolic *= 1 - 0.05 * level;
}

void Episode::raceHeart(Physiology& body, AgeGroup group, Tick now) const {
  const double level = progress(kHeart, now);
  body.heartRate =
      towards(body.heartRate, aboveLimit(limitsOf(group, mdc::kHeartRate), m_depth), level);
  body.systolic *= 1 - 0.04 * level;
}

void Episode::lowerPressure(Physiology& body, AgeGroup group, Tick now) const {
  const double level = progress(kPressure, now);
  const double target = belowLimit(limitsOf(group, mdc::kArterialSystolic), m_depth);
  const double ratio = towards(1, target / body.systolic, level);
  body.systolic *= ratio;
  body.diastolic *= ratio;
  body.heartRate *= 1 + 0.12 * level;
  body.perfusion *= 1 - 0.3 * level;
}

void Episode::stopBreathing(Physiology& body, Tick now) const {
  body.breathes = body.breathes && !isOn(now);
  const double level = progress(kOxygenStore, now);
  body.spo2 -= 14 * m_depth * level;
  body.heartRate *= 1 - 0.1 * level;
}

/// A heart that stands still or fibrillates moves no blood.
void Episode::stopHeart(Physiology& body, Rhythm rhythm, Tick now) const {
  if (isOn(now)) body.rhythm = std::max(body.rhythm, rhythm);
  body.perfusion *= 1 - progress(kPulseLost, now);
  const double level = progress(kCirculationStops, now);
  body.systolic = towards(body.systolic, kFillingPressure, level);
  body.diastolic = towards(body.diastolic, kFillingPressure, level);
}

/// The focus fires at once; filled too shortly, the heart moves little blood.
void Episode::startTachycardia(Physiology& body, AgeGroup group, Tick now) const {
  if (isOn(now)) {
    body.rhythm = std::max(body.rhythm, Rhythm::VentricularTachycardia);
    body.heartRate = std::max(body.heartRate, ventricularRate(group));
  }
  const double level = progress(kPulseLost, now);
  body.systolic = towards(body.systolic, kTachycardiaPressure * body.systolic, level);
  body.diastolic = towards(body.diastolic, kTachycardiaPressure * body.diastolic, level);
  body.perfusion *= 1 - 0.6 * level;
}

}  // namespace vitalwall::sources
