// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "render/pixel_view.h"

namespace vitalwall::render {

/// The colours between paper and ink for every coverage of a pixel, blended at gamma 1.8: thin
/// light lines on a dark ground keep their weight. Immutable; share one per pair of colours.
class InkRamp {
 public:
  /// Coverage runs from 0 (paper) to kFull (ink).
  static constexpr int kFull = 64;

  InkRamp(Rgb ink, Rgb paper);

  Rgb operator[](int coverage) const { return m_colours[static_cast<std::size_t>(coverage)]; }
  Rgb paper() const { return m_colours.front(); }
  Rgb ink() const { return m_colours.back(); }

 private:
  std::array<Rgb, kFull + 1> m_colours;
};

}  // namespace vitalwall::render
