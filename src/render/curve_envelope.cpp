// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/curve_envelope.h"

#include <optional>

namespace vitalwall::render {
namespace {

std::int64_t floorOf(double x) {
  const auto truncated = static_cast<std::int64_t>(x);
  return truncated - (x < static_cast<double>(truncated) ? 1 : 0);
}

}  // namespace

void CurveEnvelope::measure(const WaveRing& ring, const TimeScale& time, const ValueScale& value,
                            std::int64_t first, int count) {
  reset(first, count);
  const auto end = static_cast<double>(first + count);
  const double samplesPerSubColumn = time.samplesPerSubColumn();
  const auto oldest = static_cast<std::int64_t>(ring.begin());
  auto sample = static_cast<std::uint64_t>(std::max(time.sampleBefore(first), oldest));

  std::optional<Point> last;
  for (; sample < ring.end(); ++sample) {
    const double x = time.subColumnOf(sample);
    const std::int16_t measured = ring.at(sample);
    if (measured == kNoSample) {
      last.reset();
    } else {
      const Point point{x, value.subRowOf(measured)};
      last ? includeLine(*last, point, samplesPerSubColumn) : startPiece(point);
      last = point;
    }
    if (x >= end) break;
  }
}

void CurveEnvelope::reset(std::int64_t first, int count) {
  m_first = first;
  m_count = count;
  m_piece = 0;
  std::fill_n(m_tops.begin(), kCapacity, kNoTop);
  std::fill_n(m_bottoms.begin(), kCapacity, kNoBottom);
}

void CurveEnvelope::include(std::int64_t subColumn, float subRow) {
  const std::int64_t i = subColumn - m_first;
  if (i < 0 || i >= m_count) return;
  const auto at = static_cast<std::size_t>(i);
  // Sub-rows are never negative, so truncation rounds; lround would be a call for each crossing.
  const auto row = static_cast<std::int16_t>(subRow + 0.5F);  // NOLINT(*-incorrect-roundings)
  m_tops[at] = std::min(m_tops[at], row);
  m_bottoms[at] = std::max(m_bottoms[at], row);
  m_pieces[at] = static_cast<std::int16_t>(m_piece);
}

void CurveEnvelope::startPiece(Point point) {
  ++m_piece;
  include(floorOf(point.x), point.y);
}

/// Includes the ends and every crossing of a sub-column's border.
void CurveEnvelope::includeLine(Point from, Point to, double samplesPerSubColumn) {
  const std::int64_t last = floorOf(to.x);
  const double slope = static_cast<double>(to.y - from.y) * samplesPerSubColumn;
  std::int64_t subColumn = floorOf(from.x);
  include(subColumn, from.y);
  for (; subColumn < last; ++subColumn) {
    const double border = static_cast<double>(subColumn + 1);
    const auto crossing = static_cast<float>(from.y + slope * (border - from.x));
    include(subColumn, crossing);
    include(subColumn + 1, crossing);
  }
  include(last, to.y);
}

}  // namespace vitalwall::render
