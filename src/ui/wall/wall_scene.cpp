// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_scene.h"

#include <QtMath>

#include "ui/wall/pixel_target.h"
#include "ui/wall/tile_parts.h"

namespace vitalwall::ui {
namespace {

constexpr int kGap = 3;  ///< between tiles, device-independent pixels

/// All sweeps of a wall are equally wide, wherever rounding puts their left edge.
render::PixelRect sweepArea(const QRect& lane, double ratio) {
  render::PixelRect area = toDevice(lane, ratio);
  area.right = area.left + int(lane.width() * ratio);
  return area;
}

}  // namespace

void WallScene::setTheme(const Theme& theme) {
  if (theme == m_theme) return;
  m_theme = theme;
  relayout();
}

void WallScene::setSurface(const Surface& surface) {
  if (surface == m_surface) return;
  m_surface = surface;
  relayout();
}

void WallScene::setTileCount(int count) {
  if (count == tileCount()) return;
  m_tiles.resize(static_cast<std::size_t>(count));
  relayout();
}

void WallScene::setContent(int tile, TileContent content) {
  Tile& target = at(tile);
  target.damage |= TileDamage::between(target.content, content);
  const bool moved = target.content.notice.has_value() != content.notice.has_value();
  target.content = std::move(content);
  placeCells(tile);
  if (moved) placeTraces(tile);
}

void WallScene::setTraces(int tile, std::vector<TraceSource> traces) {
  at(tile).sources = std::move(traces);
  at(tile).damage.waves = true;
  placeTraces(tile);
}

void WallScene::setFlash(FlashPhase phase) {
  if (phase == m_flash) return;
  for (Tile& tile : m_tiles) tile.damage |= TileDamage::flashing(tile.content, m_flash, phase);
  m_flash = phase;
}

void WallScene::setFocusedTile(std::optional<int> tile) {
  if (tile == m_focused) return;
  for (const auto& changed : {m_focused, tile})
    if (changed && *changed < tileCount()) at(*changed).damage.whole = true;
  m_focused = tile;
}

int WallScene::sweepWidth() const {
  const auto lanes = m_style.layout.lanes(1);
  return m_tiles.empty() ? 0 : lanes.front().trace.width();
}

void WallScene::relayout() {
  if (m_surface.size.isEmpty() || m_tiles.empty()) return;
  m_grid = WallGrid::fitting(tileCount(), m_surface.size, kGap);
  m_style = TileStyle(m_theme, TileLayout::forSize(m_grid.tileSize(), m_theme.textScale));
  const int deviceWidth = qCeil(m_surface.size.width() * m_surface.ratio);
  m_traces = WallTraces({deviceWidth, m_surface.ratio, m_surface.pixelsPerSecond,
                         std::clamp(m_style.layout.textPixels / 11.0, 1.5, 2.0), m_theme.tile});
  for (int tile = 0; tile < tileCount(); ++tile) {
    placeCells(tile);
    at(tile).damage = TileDamage::all();
    placeTraces(tile);
  }
}

void WallScene::placeCells(int tile) {
  std::vector<int> widths;
  for (const TileNumeric& numeric : at(tile).content.numerics)
    widths.push_back(usualWidth(numeric));
  std::vector<QRect> cells = m_style.layout.cells(widths);
  if (cells == at(tile).cells) return;
  at(tile).cells = std::move(cells);
  at(tile).damage.whole = true;
}

void WallScene::placeTraces(int tile) {
  Tile& target = at(tile);
  target.lanes = m_style.layout.lanes(target.content.notice ? 0 : int(target.sources.size()));
  const QPoint origin = m_grid.tileRect(tile).topLeft();
  std::vector<WallTraces::Placement> placements;
  for (std::size_t i = 0; i < target.lanes.size(); ++i)
    placements.push_back(
        {target.sources[i], sweepArea(target.lanes[i].trace.translated(origin), m_surface.ratio)});
  m_traces.setTile(tile, placements);
}

QRegion WallScene::damagedRegion() const {
  QRegion region;
  for (int tile = 0; tile < tileCount(); ++tile)
    if (!at(tile).damage.isEmpty()) region += damagedRegion(tile);
  return region;
}

QRegion WallScene::damagedRegion(int tile) const {
  const TileDamage& damage = at(tile).damage;
  const TileLayout& layout = m_style.layout;
  if (damage.whole) return m_grid.tileRect(tile).adjusted(-1, -1, 1, 1);
  QRegion region;
  if (damage.header) region += layout.header;
  if (damage.alarm) region += layout.alarm;
  if (damage.waves) region += layout.waves;
  for (std::size_t i = 0; i < at(tile).cells.size(); ++i)
    if (damage.cells >> i & 1) region += at(tile).cells[i];
  return region.translated(m_grid.tileRect(tile).topLeft());
}

void WallScene::clearDamage() {
  for (Tile& tile : m_tiles) tile.damage = {};
}

void WallScene::paintDamage(QPainter& painter) const {
  for (int tile = 0; tile < tileCount(); ++tile)
    if (!at(tile).damage.isEmpty()) paintTile(painter, tile, at(tile).damage);
}

void WallScene::repaintDamagedTraces(const render::PixelView& view) {
  for (int tile = 0; tile < tileCount(); ++tile)
    if (at(tile).damage.whole || at(tile).damage.waves) m_traces.repaintTile(tile, view);
}

void WallScene::paint(QPainter& painter, const QRegion& region) const {
  for (const QRect& rect : region) painter.fillRect(rect, m_theme.wall);
  for (int tile = 0; tile < tileCount(); ++tile)
    if (region.intersects(m_grid.tileRect(tile))) paintTile(painter, tile, TileDamage::all());
}

void WallScene::paintTile(QPainter& painter, int tile, const TileDamage& damage) const {
  const Tile& source = at(tile);
  const TileContent& content = source.content;
  painter.translate(m_grid.tileRect(tile).topLeft());
  if (damage.whole) paintFrame(painter, m_style, content, m_focused == tile);
  if (damage.whole || damage.header) paintHeader(painter, m_style, content);
  if (damage.whole || damage.alarm)
    paintAlarmLine(painter, m_style, content,
                   content.alarm && m_flash.isBright(content.alarm->priority));
  if (damage.whole || damage.waves)
    paintLanes(painter, m_style, source.lanes, source.sources, content);
  for (std::size_t i = 0; i < source.cells.size(); ++i) {
    if (!damage.whole && !(damage.cells >> i & 1)) continue;
    const TileNumeric& numeric = content.numerics[i];
    paintNumeric(painter, m_style, source.cells[i], numeric,
                 numeric.alarm && m_flash.isBright(*numeric.alarm));
  }
  painter.translate(-m_grid.tileRect(tile).topLeft());
}

}  // namespace vitalwall::ui
