// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/nibp_cuff.h"

#include <cmath>

#include "sources/simulator/pulse_shape.h"

namespace vitalwall::sources {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Tick kInterval = toTicks(seconds(300));
constexpr Tick kShortInterval = toTicks(seconds(60));
constexpr double kFarFromReading = 0.15;  // of the last systolic pressure
constexpr double kAccuracy = 2;           // mmHg either way

}  // namespace

NibpCuff::NibpCuff(RandomStream random) : m_random(random) {}

void NibpCuff::step(const Physiology& body, Tick now, WallTime wallNow) {
  if (!m_lastCycle) {
    const Tick age = static_cast<Tick>(m_random.below(kInterval));
    m_lastCycle = now - age;
    measure(body, wallNow - age * kTickLength);
  }
  if (!isDue(body, now)) return;
  m_lastCycle = now;
  measure(body, wallNow);
}

bool NibpCuff::isDue(const Physiology& body, Tick now) const {
  const Tick age = now - *m_lastCycle;
  if (age >= kInterval) return true;
  if (age < kShortInterval) return false;
  if (!m_reading) return true;
  const double systolic = m_reading->systolic;
  return std::abs(body.systolic - systolic) > kFarFromReading * systolic;
}

void NibpCuff::measure(const Physiology& body, WallTime at) {
  m_reading.reset();
  m_measuredAt = at;
  if (!body.heartBeats || body.perfusion < kPerfusionNeeded) return;
  const double systolic = body.systolic + m_random.uniform(-kAccuracy, kAccuracy);
  const double diastolic = body.diastolic + m_random.uniform(-kAccuracy, kAccuracy);
  const double mean = diastolic + arterialPulse().mean() * (systolic - diastolic);
  m_reading = PressureReading{systolic, diastolic, mean};
}

}  // namespace vitalwall::sources
