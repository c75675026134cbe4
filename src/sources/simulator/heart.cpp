// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/heart.h"

#include <cmath>
#include <numbers>

#include "sources/simulator/tick.h"

namespace vitalwall::sources {
namespace {

using std::numbers::pi;

struct WaveShape {
  double degrees;
  double width;
  double height;         // relative to R
  double angleExponent;  // how the angle grows with the rate
};

// Angles and widths: table I of the paper. Heights: its a_i b_i^2 in proportion, P and T lowered
// to the usual size in lead II. Growth with the rate: the authors' ECGSYN, after Bazett.
constexpr std::array<WaveShape, 5> kShapes = {{
    {-70, 0.25, 0.14, 0.25},
    {-15, 0.10, -0.14, 0.5},
    {0, 0.10, 1.15, 0.5},
    {15, 0.10, -0.26, 0.5},
    {100, 0.40, 0.27, 0.25},
}};

struct VentricularShape {
  double seconds;  // after the R wave
  double width;    // s
  double height;   // relative to R of a sinus beat
};

// A beat that spreads through the muscle: wide, and repolarized the other way round.
constexpr std::array<VentricularShape, 2> kVentricularShapes = {{
    {0, 0.038, 1.3},
    {0.16, 0.045, -0.6},
}};

constexpr std::array kSlowHertz = {0.083, 0.1, 0.117};  // the paper's LF band: 0.1 Hz, sd 0.01 Hz
constexpr double kBreathShare = 0.6;                    // LF/HF ratio of 0.5
constexpr double kBreathWander = 0.04;                  // mV, baseline z0
constexpr double kNegligible = 4;                       // widths beyond which a wave is nothing

}  // namespace

Heart::Heart(double rMilliVolts, double variation, double heartRate, RandomStream random)
    : m_rMilliVolts(rMilliVolts), m_variation(variation), m_theta(random.uniform(-pi, pi)) {
  for (double& phase : m_slowPhases) phase = random.uniform(0, 2 * pi);
  beginSinusBeat(heartRate, 0);
}

void Heart::step(const Physiology& state, double breath) {
  const double before = m_theta;
  const double middle = m_theta + 0.5 * m_omega * kTickSeconds;
  m_z += kTickSeconds * (m_omega * slope(middle) - (m_z - kBreathWander * breath));
  m_time += kTickSeconds;
  m_theta += m_omega * kTickSeconds;
  m_beatNow = before < 0 && m_theta >= 0;
  if (m_omega == 0 || m_theta >= pi) turn(state, breath);
}

/// The end of a beat, half a cycle after its R wave: the next one begins, or the heart stops.
void Heart::turn(const Physiology& state, double breath) {
  if (!state.heartBeats()) {
    m_theta = pi;
    m_omega = 0;
    return;
  }
  m_theta -= 2 * pi;
  beginBeat(state, breath);
}

void Heart::beginBeat(const Physiology& state, double breath) {
  if (state.rhythm == Rhythm::VentricularTachycardia)
    beginVentricularBeat(state.heartRate);
  else
    beginSinusBeat(state.heartRate, breath);
}

void Heart::beginVentricularBeat(double heartRate) {
  m_omega = 2 * pi * heartRate / 60;
  m_waves = {};
  for (std::size_t i = 0; i < kVentricularShapes.size(); ++i) {
    const VentricularShape& shape = kVentricularShapes[i];
    m_waves[i] = {.angle = shape.seconds * m_omega,
                  .width = shape.width * m_omega,
                  .height = shape.height * m_rMilliVolts};
  }
}

void Heart::beginSinusBeat(double heartRate, double breath) {
  // Breathing in shortens the interval.
  const double variation = (1 - kBreathShare) * slowVariation() - kBreathShare * breath;
  m_omega = 2 * pi * heartRate / 60 / (1 + m_variation * variation);
  const double bazett = heartRate / 60;
  for (std::size_t i = 0; i < kShapes.size(); ++i) {
    const WaveShape& shape = kShapes[i];
    m_waves[i] = {.angle = shape.degrees * pi / 180 * std::pow(bazett, shape.angleExponent),
                  .width = shape.width * std::sqrt(bazett),
                  .height = shape.height * m_rMilliVolts};
  }
}

/// dz/dtheta of the waves at `theta`.
double Heart::slope(double theta) const {
  double sum = 0;
  for (const Extremum& wave : m_waves) {
    const double distance = std::remainder(theta - wave.angle, 2 * pi) / wave.width;
    if (std::abs(distance) > kNegligible) continue;
    sum -= wave.height / wave.width * distance * std::exp(-0.5 * distance * distance);
  }
  return sum;
}

double Heart::slowVariation() const {
  double sum = 0;
  for (std::size_t i = 0; i < kSlowHertz.size(); ++i)
    sum += std::sin(2 * pi * kSlowHertz[i] * m_time + m_slowPhases[i]);
  return sum / static_cast<double>(kSlowHertz.size());
}

}  // namespace vitalwall::sources
