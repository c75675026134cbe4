// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/coverage_column.h"

#include <utility>

namespace vitalwall::render {

static_assert(kSubColumns * kSubRows == InkRamp::kFull);

void CoverageColumn::reserve(int rows) {
  const auto needed = static_cast<std::size_t>(rows) + 2;
  if (m_steps.size() < needed) m_steps.resize(needed);
}

void CoverageColumn::add(InkSpan span) {
  if (span.isEmpty()) return;
  addEdge(span.top, +1);
  addEdge(span.bottom, -1);
  const auto top = static_cast<std::int16_t>(span.top / kSubRows);
  const auto bottom = static_cast<std::int16_t>((span.bottom + kSubRows - 1) / kSubRows);
  m_rows = m_rows.isEmpty() ? InkRows{top, bottom}
                            : InkRows{std::min(m_rows.top, top), std::max(m_rows.bottom, bottom)};
}

/// An edge inside a row covers that row in part and all rows below in full.
void CoverageColumn::addEdge(int subRow, int sign) {
  const auto row = static_cast<std::size_t>(subRow / kSubRows);
  const int inside = subRow % kSubRows;
  m_steps[row] = static_cast<std::int16_t>(m_steps[row] + sign * (kSubRows - inside));
  m_steps[row + 1] = static_cast<std::int16_t>(m_steps[row + 1] + sign * inside);
}

void CoverageColumn::paint(const PixelView& view, int x, int top, const InkRamp& ramp) {
  const bool inside = x >= view.bounds.left && x < view.bounds.right;
  const int firstRow = inside ? view.bounds.top - top : m_rows.bottom;
  const int endRow = inside ? view.bounds.bottom - top : m_rows.bottom;
  int coverage = 0;
  for (int row = m_rows.top; row < m_rows.bottom; ++row) {
    coverage += std::exchange(m_steps[static_cast<std::size_t>(row)], std::int16_t{0});
    if (row >= firstRow && row < endRow)
      *view.at(x, top + row) = ramp[std::min(coverage, InkRamp::kFull)];
  }
  // The step after the last inked row closes the sum; it holds no ink of its own.
  if (!m_rows.isEmpty()) m_steps[static_cast<std::size_t>(m_rows.bottom)] = 0;
  m_rows = {};
}

}  // namespace vitalwall::render
