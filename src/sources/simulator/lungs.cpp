// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/lungs.h"

#include <cmath>
#include <numbers>

#include "sources/simulator/tick.h"

namespace vitalwall::sources {
namespace {

constexpr double kInspiration = 0.4;  // share of a breath: I:E of 1:1.5
constexpr double kUnevenness = 0.05;  // of the length of a breath

double volumeAt(double phase) {
  const double half = phase < kInspiration
                          ? 0.5 * phase / kInspiration
                          : 0.5 + 0.5 * (phase - kInspiration) / (1 - kInspiration);
  return 0.5 - 0.5 * std::cos(2 * std::numbers::pi * half);
}

}  // namespace

Lungs::Lungs(double respiratoryRate, RandomStream random)
    : m_random(random), m_phase(m_random.uniform(0, 1)) {
  beginBreath(respiratoryRate);
}

void Lungs::step(double respiratoryRate, bool breathes) {
  m_breathNow = false;
  m_phase += m_phasePerStep;
  if (m_phasePerStep == 0 || m_phase >= 1) {
    m_phase = breathes && m_phasePerStep != 0 ? m_phase - 1 : 0;
    m_phasePerStep = 0;
    if (breathes) beginBreath(respiratoryRate);
    m_breathNow = breathes;
  }
  m_volume = volumeAt(m_phase);
}

void Lungs::beginBreath(double respiratoryRate) {
  const double unevenness = 1 + m_random.uniform(-kUnevenness, kUnevenness);
  m_phasePerStep = respiratoryRate / 60 * kTickSeconds * kTicksPerStep * unevenness;
}

}  // namespace vitalwall::sources
