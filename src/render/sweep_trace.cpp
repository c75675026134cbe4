// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/sweep_trace.h"

#include <utility>

namespace vitalwall::render {
namespace {

/// Columns measured at once.
constexpr int kRun = 16;
static_assert(kRun * kSubColumns + 2 * Pen::kMaxReach <= CurveEnvelope::kCapacity);
static_assert(SweepTrace::kMaxRows * kSubRows < CurveEnvelope::kNoTop);

/// Shared by all traces of a thread: it is empty between two uses, and warm.
CoverageColumn& scratchColumn() {
  thread_local CoverageColumn column;
  column.reserve(SweepTrace::kMaxRows);
  return column;
}

CurveEnvelope& scratchEnvelope() {
  thread_local CurveEnvelope envelope;
  return envelope;
}

SweepGeometry bounded(SweepGeometry geometry) {
  PixelRect& area = geometry.area;
  area.right = std::max(area.right, area.left + 1);
  area.bottom =
      std::clamp(area.bottom, area.top + SweepTrace::kMinRows, area.top + SweepTrace::kMaxRows);
  geometry.eraseWidth = std::clamp(geometry.eraseWidth, 0, area.width() - 1);
  return geometry;
}

void fill(const PixelView& view, PixelRect rect, Rgb colour) {
  rect = rect.intersected(view.bounds);
  if (rect.isEmpty()) return;
  for (int y = rect.top; y < rect.bottom; ++y)
    std::fill_n(view.at(rect.left, y), rect.width(), colour);
}

}  // namespace

SweepTrace::SweepTrace(const WaveChannel& channel, const SweepGeometry& geometry,
                       std::shared_ptr<const InkRamp> ramp)
    : m_geometry(bounded(geometry)),
      m_width(m_geometry.area.width()),
      m_pen(m_geometry.penWidth),
      m_values(channel, m_geometry.area.height(), m_pen.margin()),
      m_ramp(std::move(ramp)),
      m_ink(static_cast<std::size_t>(m_width)) {}

/// The newest column in which everything that can ink it is known.
std::int64_t SweepTrace::lastFinalColumn(const WaveRing& ring) const {
  if (ring.isEmpty()) return kNoColumn;
  const double known = TimeScale(ring, m_geometry.pixelsPerSecond).subColumnOf(ring.end() - 1);
  const double final = (known - m_pen.reach()) / kSubColumns;
  return static_cast<std::int64_t>(std::floor(final)) - 1;
}

bool SweepTrace::mustStartAgain(const WaveRing& ring, std::int64_t newest) const {
  return !m_started || m_generation != ring.generation() ||
         newest - m_newest > m_width - m_geometry.eraseWidth;
}

int SweepTrace::screenColumn(std::int64_t column) const {
  const auto remainder = static_cast<int>(column % m_width);
  return remainder < 0 ? remainder + m_width : remainder;
}

ColumnRange SweepTrace::changeUpTo(std::int64_t newest) const {
  const auto fresh = static_cast<int>(newest - m_newest);
  if (fresh == 0) return {};
  return {screenColumn(m_newest + 1), fresh + m_geometry.eraseWidth};
}

ColumnRange SweepTrace::pending(const WaveRing& ring) const {
  const std::int64_t newest = lastFinalColumn(ring);
  return mustStartAgain(ring, newest) ? ColumnRange{0, m_width} : changeUpTo(newest);
}

ColumnRange SweepTrace::advance(const WaveRing& ring, const PixelView& view) {
  const std::int64_t newest = lastFinalColumn(ring);
  if (mustStartAgain(ring, newest)) {
    startAgain(ring, newest, view);
    return {0, m_width};
  }
  const ColumnRange change = changeUpTo(newest);
  if (change.isEmpty()) return change;
  erase(m_newest + 1 + m_geometry.eraseWidth, newest + 1 + m_geometry.eraseWidth, view);
  draw(ring, m_newest + 1, newest + 1, view);
  m_newest = newest;
  return change;
}

void SweepTrace::startAgain(const WaveRing& ring, std::int64_t newest, const PixelView& view) {
  m_newest = newest;
  m_generation = ring.generation();
  m_started = true;
  std::fill(m_ink.begin(), m_ink.end(), InkRows{});
  fill(view, m_geometry.area, m_ramp->paper());
  drawScreenColumns(ring, 0, m_width, view);
}

void SweepTrace::repaint(const WaveRing& ring, const PixelView& view) {
  const PixelRect clip = m_geometry.area.intersected(view.bounds);
  if (clip.isEmpty()) return;
  fill(view, clip, m_ramp->paper());
  drawScreenColumns(ring, clip.left - m_geometry.area.left, clip.right - m_geometry.area.left,
                    view);
}

/// Draws what belongs in the screen's columns left <= x < right: up to the newest column from
/// this time round, right of the erase bar from the time before.
void SweepTrace::drawScreenColumns(const WaveRing& ring, int left, int right,
                                   const PixelView& view) {
  if (m_newest == kNoColumn) return;
  const std::int64_t edge = m_newest - screenColumn(m_newest);
  const std::int64_t oldest = m_newest + 1 + m_geometry.eraseWidth - m_width;
  for (const std::int64_t turn : {edge, edge - m_width})
    draw(ring, std::max(turn + left, oldest), std::min(turn + right, m_newest + 1), view);
}

void SweepTrace::erase(std::int64_t first, std::int64_t end, const PixelView& view) {
  const PixelRect& area = m_geometry.area;
  for (; first < end; ++first) {
    const int column = screenColumn(first);
    const auto [top, bottom] = std::exchange(m_ink[static_cast<std::size_t>(column)], InkRows{});
    const int x = area.left + column;
    fill(view, {x, area.top + top, x + 1, area.top + bottom}, m_ramp->paper());
  }
}

void SweepTrace::draw(const WaveRing& ring, std::int64_t first, std::int64_t end,
                      const PixelView& view) {
  for (; first < end; first += kRun)
    drawRun(ring, first, static_cast<int>(std::min<std::int64_t>(kRun, end - first)), view);
}

void SweepTrace::drawRun(const WaveRing& ring, std::int64_t first, int columns,
                         const PixelView& view) {
  CurveEnvelope& envelope = scratchEnvelope();
  CoverageColumn& coverage = scratchColumn();
  envelope.measure(ring, TimeScale(ring, m_geometry.pixelsPerSecond), m_values,
                   first * kSubColumns - m_pen.reach(), columns * kSubColumns + 2 * m_pen.reach());
  for (int i = 0; i < columns; ++i) {
    m_pen.stroke(envelope, i * kSubColumns, coverage);
    const int column = screenColumn(first + i);
    m_ink[static_cast<std::size_t>(column)] = coverage.rows();
    coverage.paint(view, m_geometry.area.left + column, m_geometry.area.top, *m_ramp);
  }
}

}  // namespace vitalwall::render
