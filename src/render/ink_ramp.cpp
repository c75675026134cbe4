// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/ink_ramp.h"

#include <cmath>

namespace vitalwall::render {
namespace {

constexpr double kGamma = 1.8;
constexpr Rgb kOpaque = 0xff000000;

Rgb blendedChannel(Rgb ink, Rgb paper, int shift, double share) {
  const auto linear = [shift](Rgb colour) {
    return std::pow(((colour >> shift) & 0xff) / 255.0, kGamma);
  };
  const double mixed = linear(paper) + share * (linear(ink) - linear(paper));
  return static_cast<Rgb>(std::lround(255.0 * std::pow(mixed, 1.0 / kGamma))) << shift;
}

}  // namespace

InkRamp::InkRamp(Rgb ink, Rgb paper) {
  for (int coverage = 0; coverage <= kFull; ++coverage) {
    Rgb colour = kOpaque;
    for (const int shift : {0, 8, 16})
      colour |= blendedChannel(ink, paper, shift, double(coverage) / kFull);
    m_colours[static_cast<std::size_t>(coverage)] = colour;
  }
}

}  // namespace vitalwall::render
