// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/pen.h"

namespace vitalwall::render {
namespace {

/// Two pieces of the curve are inked as one where the pen makes them touch.
bool touch(InkSpan a, InkSpan b) {
  return a.top <= b.bottom && b.top <= a.bottom;
}

InkSpan joined(InkSpan a, InkSpan b) {
  return {std::min(a.top, b.top), std::max(a.bottom, b.bottom)};
}

}  // namespace

Pen::Pen(double width) {
  const double radius = std::clamp(width, 0.5, 8.0) / 2.0;
  m_reach = static_cast<int>(radius * kSubColumns);
  for (int tap = 0; tap <= 2 * m_reach; ++tap) {
    const double aside = static_cast<double>(tap - m_reach) / kSubColumns;
    const double half = std::sqrt(std::max(0.0, radius * radius - aside * aside));
    m_halfHeights[static_cast<std::size_t>(tap)] =
        static_cast<std::int16_t>(std::lround(half * kSubRows));
  }
}

void Pen::stroke(const CurveEnvelope& envelope, int i, CoverageColumn& column) const {
  if (envelope.isOnePiece()) return strokeWhole(envelope, i, column);
  for (int s = 0; s < kSubColumns; ++s) strokePieces(envelope, i + s, column);
}

/// Without a gap all that the pen touches in a sub-column hangs together.
void Pen::strokeWhole(const CurveEnvelope& envelope, int i, CoverageColumn& column) const {
  std::array<std::int16_t, kSubColumns> tops;
  std::array<std::int16_t, kSubColumns> bottoms;
  tops.fill(CurveEnvelope::kNoTop);
  bottoms.fill(CurveEnvelope::kNoBottom);
  for (int tap = 0; tap <= 2 * m_reach; ++tap) {
    const std::int16_t half = m_halfHeights[static_cast<std::size_t>(tap)];
    const std::int16_t* curveTops = envelope.tops() + i + tap;
    const std::int16_t* curveBottoms = envelope.bottoms() + i + tap;
    for (std::size_t s = 0; s < kSubColumns; ++s) {
      tops[s] = std::min(tops[s], static_cast<std::int16_t>(curveTops[s] - half));
      bottoms[s] = std::max(bottoms[s], static_cast<std::int16_t>(curveBottoms[s] + half));
    }
  }
  for (std::size_t s = 0; s < kSubColumns; ++s) column.add({tops[s], bottoms[s]});
}

void Pen::strokePieces(const CurveEnvelope& envelope, int i, CoverageColumn& column) const {
  InkSpan open{CurveEnvelope::kNoTop, CurveEnvelope::kNoBottom};
  int piece = 0;
  for (int tap = 0; tap <= 2 * m_reach; ++tap) {
    if (envelope.isEmptyAt(i + tap)) continue;
    const InkSpan next = envelope.spanAt(i + tap, m_halfHeights[static_cast<std::size_t>(tap)]);
    const bool connected = envelope.pieceAt(i + tap) == piece || touch(open, next);
    if (!connected) column.add(open);
    open = connected ? joined(open, next) : next;
    piece = envelope.pieceAt(i + tap);
  }
  column.add(open);
}

}  // namespace vitalwall::render
