// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/fibrillation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sources/simulator/tick.h"

namespace vitalwall::sources {
namespace {

using std::numbers::pi;

constexpr double kSlowest = 4;      // Hz
constexpr double kFastest = 7;      // Hz
constexpr double kOnset = 0.7;      // s
constexpr double kDrawEvery = 1.2;  // s
constexpr double kWander = 1.5;     // of the way to the target, per second

}  // namespace

Fibrillation::Fibrillation(double milliVolts, RandomStream random)
    : m_random(random), m_height(milliVolts) {
  for (auto& oscillation : m_oscillations)
    oscillation = {.phase = m_random.uniform(0, 2 * pi),
                   .hertz = m_random.uniform(kSlowest, kFastest),
                   .target = m_random.uniform(kSlowest, kFastest)};
}

void Fibrillation::step(bool fibrillates) {
  const double change = kTickSeconds / kOnset;
  m_level = std::clamp(m_level + (fibrillates ? change : -change), 0.0, 1.0);
  m_milliVolts = 0;
  if (m_level == 0) return;
  wander();
  for (const auto& oscillation : m_oscillations) m_milliVolts += std::sin(oscillation.phase);
  m_milliVolts *= m_level * m_height / static_cast<double>(m_oscillations.size());
}

void Fibrillation::wander() {
  m_sinceDrawn += kTickSeconds;
  const bool isDrawing = m_sinceDrawn >= kDrawEvery;
  if (isDrawing) m_sinceDrawn = 0;
  for (auto& oscillation : m_oscillations) {
    if (isDrawing) oscillation.target = m_random.uniform(kSlowest, kFastest);
    oscillation.hertz += kTickSeconds * kWander * (oscillation.target - oscillation.hertz);
    oscillation.phase =
        std::remainder(oscillation.phase + 2 * pi * oscillation.hertz * kTickSeconds, 2 * pi);
  }
}

}  // namespace vitalwall::sources
