// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/body.h"

#include <algorithm>

#include "sources/simulator/pulse_shape.h"

namespace vitalwall::sources {
namespace {

// Pulse transit times from the R wave, shorter in a smaller body (radial artery and finger).
Tick arterialTransit(AgeGroup group) {
  return toTicks(std::chrono::milliseconds(group == AgeGroup::Adult ? 160 : 100));
}
Tick fingerTransit(AgeGroup group) {
  return toTicks(std::chrono::milliseconds(group == AgeGroup::Adult ? 240 : 160));
}

constexpr double kEcgNoise = 0.01;          // mV
constexpr double kFibrillationShare = 0.6;  // of the R wave
constexpr double kBreathPressure = 0.02;    // of the pulse pressure, either way
constexpr double kBreathPleth = 0.03;       // of the pleth's range
constexpr double kRestNoise = 0.008;        // of a breath, seen when breathing stands still
constexpr double kShakeSpeed = 0.08;        // share of the way, per tick
constexpr double kShakeMilliVolts = 8;      // a shake is about a tenth of its bound
constexpr double kMuscleMilliVolts = 0.08;
constexpr double kShakePleth = 2.5;  // of the pleth's range

}  // namespace

Body::Body(const Profile& profile, RandomStream random)
    : m_random(random),
      m_heart(profile.ecgMilliVolts, profile.heartRateVariation, profile.baseline.heartRate,
              m_random.fork()),
      m_lungs(profile.baseline.respiratoryRate, m_random.fork()),
      m_artery(arterialTransit(profile.ageGroup)),
      m_finger(fingerTransit(profile.ageGroup)),
      m_fibrillation(kFibrillationShare * profile.ecgMilliVolts, m_random.fork()) {}

const BodySignals& Body::step(const Physiology& state, Tick tick) {
  m_signals.breath = false;
  if (tick % Lungs::kTicksPerStep == 0) {
    m_lungs.step(state.respiratoryRate, state.breathes);
    m_signals.breath = m_lungs.breathNow();
    m_signals.respiration = m_lungs.volume() + noise(kRestNoise);
  }
  m_heart.step(state, m_lungs.swing());
  m_fibrillation.step(state.rhythm == Rhythm::Fibrillation);
  m_signals.beat = m_heart.beatNow();
  m_signals.ecg = m_heart.milliVolts() + m_fibrillation.milliVolts() + noise(kEcgNoise);
  stepVessels(state);
  addMotion(state.motion);
  return m_signals;
}

void Body::stepVessels(const Physiology& state) {
  m_artery.push(m_heart.phase());
  m_finger.push(m_heart.phase());
  m_signals.arterialPulse = m_artery.arrivedNow();
  m_signals.fingerPulse = m_finger.arrivedNow();
  const double pulsePressure = state.systolic - state.diastolic;
  m_signals.pressure = state.diastolic + pulsePressure * arterialPulse().at(m_artery.phase()) -
                       kBreathPressure * pulsePressure * m_lungs.swing();
  m_signals.pleth = 0.1 + state.perfusion * (0.8 * plethPulse().at(m_finger.phase()) +
                                             kBreathPleth * m_lungs.swing());
}

void Body::addMotion(double motion) {
  if (motion <= 0) return;
  m_push += kShakeSpeed * (noise(1) - m_push);
  m_shake += kShakeSpeed * (m_push - m_shake);
  m_signals.ecg += motion * (kShakeMilliVolts * m_shake + noise(kMuscleMilliVolts));
  m_signals.pleth = std::clamp(m_signals.pleth + motion * kShakePleth * m_shake, 0.0, 1.0);
}

}  // namespace vitalwall::sources
