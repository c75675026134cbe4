// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/biquad.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitalwall::detectors {
namespace {

double prewarped(double cutoff, double rate) {
  return std::tan(std::numbers::pi * std::min(cutoff, rate / 3) / rate);
}

double normalization(double k) {
  return 1 + std::numbers::sqrt2 * k + k * k;
}

}  // namespace

Biquad Biquad::lowPass(double cutoff, double rate) {
  const double k = prewarped(cutoff, rate);
  const double norm = normalization(k);
  Biquad filter;
  filter.m_b0 = filter.m_b2 = k * k / norm;
  filter.m_b1 = 2 * filter.m_b0;
  filter.m_a1 = 2 * (k * k - 1) / norm;
  filter.m_a2 = (1 - std::numbers::sqrt2 * k + k * k) / norm;
  return filter;
}

Biquad Biquad::highPass(double cutoff, double rate) {
  const double k = prewarped(cutoff, rate);
  Biquad filter = lowPass(cutoff, rate);
  filter.m_b0 = filter.m_b2 = 1 / normalization(k);
  filter.m_b1 = -2 * filter.m_b0;
  return filter;
}

void Biquad::settle(double sample) {
  const double out = sample * (m_b0 + m_b1 + m_b2) / (1 + m_a1 + m_a2);
  m_state2 = m_b2 * sample - m_a2 * out;
  m_state1 = m_b1 * sample - m_a1 * out + m_state2;
}

}  // namespace vitalwall::detectors
