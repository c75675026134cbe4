// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/pulse_shape.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vitalwall::sources {
namespace {

// Chosen by eye against recorded pulses: top after a seventh of the beat, notch at two fifths.
constexpr std::array kArterialBells = {PulseBell{0.13, 0.052, 1.00}, PulseBell{0.25, 0.075, 0.72},
                                       PulseBell{0.46, 0.055, 0.34}, PulseBell{0.57, 0.130, 0.30},
                                       PulseBell{0.80, 0.160, 0.12}};
constexpr std::array kPlethBells = {PulseBell{0.18, 0.075, 1.00}, PulseBell{0.32, 0.085, 0.50},
                                    PulseBell{0.52, 0.070, 0.36}, PulseBell{0.66, 0.120, 0.22}};

double heightAt(std::span<const PulseBell> bells, double phase) {
  double height = 0;
  for (const PulseBell& bell : bells) {
    const double distance = std::remainder(phase - bell.position, 1) / bell.width;
    height += bell.height * std::exp(-0.5 * distance * distance);
  }
  return height;
}

}  // namespace

PulseShape::PulseShape(std::span<const PulseBell> bells) {
  const auto begin = m_table.begin();
  const auto end = begin + kPoints;
  for (std::size_t i = 0; i < kPoints; ++i)
    m_table[i] = heightAt(bells, static_cast<double>(i) / kPoints);
  const auto [lowest, highest] = std::minmax_element(begin, end);
  const double foot = *lowest;
  const double height = *highest - foot;
  std::rotate(begin, lowest, end);
  std::for_each(begin, end, [=](double& point) { point = (point - foot) / height; });
  std::copy_n(begin, 2, end);
  m_mean = std::accumulate(begin, end, 0.0) / kPoints;
}

const PulseShape& arterialPulse() {
  static const PulseShape shape(kArterialBells);
  return shape;
}

const PulseShape& plethPulse() {
  static const PulseShape shape(kPlethBells);
  return shape;
}

}  // namespace vitalwall::sources
