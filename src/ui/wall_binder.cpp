// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall_binder.h"

#include <algorithm>

#include "ui/tile_presenter.h"

namespace vitalwall::ui {
namespace {

constexpr milliseconds kAgeing{250};
constexpr std::size_t kWavesPerTile = 3;

}  // namespace

WallBinder::WallBinder(const models::Ward& ward, WallWidget& wall, Theme theme, QObject* parent)
    : QObject(parent), m_ward(ward), m_wall(wall), m_theme(std::move(theme)) {
  connectModels();
  bindAll();
}

void WallBinder::frame(FrameTime now) {
  if (now - m_allPresentedAt >= kAgeing) {
    m_allPresentedAt = now;
    for (int row = 0; row < m_wall.tileCount(); ++row) m_stale.insert(row);
  }
  for (const int row : m_stale) present(row);
  m_stale.clear();
  m_wall.frame(now);
}

void WallBinder::setSelected(std::optional<PatientId> patient) {
  if (m_selected) markStale(*m_selected);
  m_selected = patient;
  if (m_selected) markStale(*m_selected);
}

void WallBinder::connectModels() {
  const auto& beds = m_ward.beds();
  // Direct and at once: a tile must let go of a wave ring before the ring is gone.
  connect(&beds, &QAbstractItemModel::rowsInserted, this, &WallBinder::bindAll);
  connect(&beds, &QAbstractItemModel::rowsRemoved, this, &WallBinder::bindAll);
  connect(&m_ward, &models::Ward::wavesChanged, this, [this](PatientId patient) {
    const int row = m_ward.beds().rowOf(patient);
    if (row >= 0) bindTraces(row);
  });
  connect(&beds, &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex& first, const QModelIndex& last) {
            for (int row = first.row(); row <= last.row(); ++row) m_stale.insert(row);
          });
  connect(&m_ward.alarms(), &models::AlarmModel::patientChanged, this, &WallBinder::markStale);
}

void WallBinder::bindAll() {
  const int tiles = std::clamp(m_ward.beds().rowCount(), 1, WallWidget::kMaxTiles);
  m_wall.setTileCount(tiles);
  for (int row = 0; row < tiles; ++row) {
    bindTraces(row);
    m_stale.insert(row);
  }
}

void WallBinder::bindTraces(int row) {
  if (row >= m_wall.tileCount()) return;
  const bool hasBed = row < m_ward.beds().rowCount();
  m_wall.setTraces(row, hasBed ? presentTraces(m_ward, row, m_theme, kWavesPerTile)
                               : std::vector<TraceSource>());
}

void WallBinder::present(int row) {
  if (row >= m_wall.tileCount()) return;
  const bool hasBed = row < m_ward.beds().rowCount();
  const bool isSelected = hasBed && m_ward.beds().bed(row).id() == m_selected;
  m_wall.setContent(row, hasBed ? presentTile(m_ward, row, isSelected) : TileContent{});
}

void WallBinder::markStale(PatientId patient) {
  const int row = m_ward.beds().rowOf(patient);
  if (row >= 0) m_stale.insert(row);
}

}  // namespace vitalwall::ui
