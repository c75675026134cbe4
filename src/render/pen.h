// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "render/coverage_column.h"
#include "render/curve_envelope.h"

namespace vitalwall::render {

/// A round pen tip: what it inks when its centre follows a curve.
class Pen {
 public:
  /// How far, in sub-columns, the widest pen inks to either side of the curve.
  static constexpr int kMaxReach = 16;

  /// `width` in pixels; widths outside 0.5 .. 8 are drawn as the nearest of these.
  explicit Pen(double width);

  /// Sub-columns that ink may lie ahead of the curve.
  int reach() const { return m_reach; }

  /// Half the pen's height at its middle, in sub-rows.
  int margin() const { return m_halfHeights[static_cast<std::size_t>(m_reach)]; }

  /// Inks one pixel column. `i` is the place in `envelope` that lies reach() sub-columns before
  /// the column's first one.
  void stroke(const CurveEnvelope& envelope, int i, CoverageColumn& column) const;

 private:
  void strokeWhole(const CurveEnvelope& envelope, int i, CoverageColumn& column) const;
  void strokePieces(const CurveEnvelope& envelope, int i, CoverageColumn& column) const;

  int m_reach;
  std::array<std::int16_t, 2 * kMaxReach + 1> m_halfHeights{};
};

}  // namespace vitalwall::render
