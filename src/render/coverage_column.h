// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "render/ink_ramp.h"
#include "render/sweep_scale.h"

namespace vitalwall::render {

/// Rows of a column that hold ink, relative to the trace's top edge; none where top >= bottom.
struct InkRows {
  std::int16_t top = 0;
  std::int16_t bottom = 0;

  bool isEmpty() const { return top >= bottom; }
};

/// Adds up how much of each pixel of a column is inked. Each span touches four cells, however
/// long it is: the coverage is kept as differences from row to row. Scratch: empty between uses.
class CoverageColumn {
 public:
  /// Room for `rows` rows; keeps what it has if that is enough.
  void reserve(int rows);

  /// Inks `span` in one of the column's kSubColumns sub-columns; an empty span does nothing.
  void add(InkSpan span);

  /// Rows that hold ink so far.
  InkRows rows() const { return m_rows; }

  /// Writes the column's inked pixels at `x` of `view`, row 0 being at `top`, and empties itself.
  void paint(const PixelView& view, int x, int top, const InkRamp& ramp);

 private:
  void addEdge(int subRow, int sign);

  std::vector<std::int16_t> m_steps;
  InkRows m_rows;
};

}  // namespace vitalwall::render
