// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_traces.h"

#include <algorithm>

#include "ui/wall/pixel_target.h"

namespace vitalwall::ui {
namespace {

constexpr double kEraseWidth = 10;  ///< device-independent pixels

}  // namespace

WallTraces::WallTraces(const Manner& manner)
    : m_manner(manner), m_changed(static_cast<std::size_t>(manner.wallWidth) + 1, 0) {}

void WallTraces::setTile(int tile, const std::vector<Placement>& placements) {
  const auto index = static_cast<std::size_t>(tile);
  if (index >= m_tiles.size()) m_tiles.resize(index + 1);
  std::vector<Slot>& slots = m_tiles[index];
  slots.clear();
  for (const auto& [source, area] : placements) {
    const render::SweepGeometry geometry{area, m_manner.pixelsPerSecond,
                                         m_manner.penWidth * m_manner.ratio,
                                         qRound(kEraseWidth * m_manner.ratio)};
    slots.push_back({source.ring, {source.channel, geometry, rampFor(source.colour)}});
  }
}

std::vector<render::PixelRect> WallTraces::areas() const {
  std::vector<render::PixelRect> areas;
  for (const auto& slots : m_tiles)
    for (const Slot& slot : slots) areas.push_back(slot.trace.geometry().area);
  return areas;
}

QRegion WallTraces::pending() {
  for (const auto& slots : m_tiles)
    for (const Slot& slot : slots)
      markChanged(slot.trace.geometry().area, slot.trace.pending(*slot.ring));
  return takeStrips();
}

void WallTraces::advance(const render::PixelView& view) {
  for (auto& slots : m_tiles)
    for (Slot& slot : slots) slot.trace.advance(*slot.ring, view);
}

void WallTraces::repaint(const render::PixelView& view) {
  for (auto& slots : m_tiles)
    for (Slot& slot : slots) slot.trace.repaint(*slot.ring, view);
}

void WallTraces::repaintTile(int tile, const render::PixelView& view) {
  for (Slot& slot : m_tiles[static_cast<std::size_t>(tile)]) slot.trace.repaint(*slot.ring, view);
}

std::shared_ptr<const render::InkRamp> WallTraces::rampFor(const QColor& ink) {
  auto& ramp = m_ramps[ink.rgb()];
  if (!ramp) ramp = std::make_shared<const render::InkRamp>(ink.rgb(), m_manner.paper.rgb());
  return ramp;
}

void WallTraces::markChanged(const render::PixelRect& area, const render::ColumnRange& change) {
  if (change.isEmpty()) return;
  const bool none = m_changedTop == m_changedBottom;
  m_changedTop = none ? area.top : std::min(m_changedTop, area.top);
  m_changedBottom = none ? area.bottom : std::max(m_changedBottom, area.bottom);
  const auto columns = m_changed.begin() + area.left;
  const int beforeEdge = std::min(change.count, area.width() - change.first);
  std::fill_n(columns + change.first, beforeEdge, std::uint8_t{1});
  std::fill_n(columns, change.count - beforeEdge, std::uint8_t{1});
}

/// One rectangle per run of changed columns, all of one height, so that they are a region as they
/// stand. Clears the marks.
QRegion WallTraces::takeStrips() {
  std::vector<QRect> strips;
  const auto end = m_changed.end();
  for (auto first = std::find(m_changed.begin(), end, 1); first != end;) {
    const auto last = std::find(first, end, 0);
    const render::PixelRect run{int(first - m_changed.begin()), m_changedTop,
                                int(last - m_changed.begin()), m_changedBottom};
    const QRect strip = toLogical(run, m_manner.ratio);
    if (!strips.empty() && strip.left() <= strips.back().right() + 1)
      strips.back().setRight(strip.right());
    else
      strips.push_back(strip);
    std::fill(first, last, std::uint8_t{0});
    first = std::find(last, end, 1);
  }
  m_changedTop = m_changedBottom = 0;
  QRegion region;
  region.setRects(strips.data(), int(strips.size()));
  return region;
}

}  // namespace vitalwall::ui
