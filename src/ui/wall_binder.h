// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <set>

#include "models/ward.h"
#include "ui/wall/wall_widget.h"

namespace vitalwall::ui {

/// Keeps a wall showing the ward: row n of the beds is tile n. Tiles are presented again once a
/// frame when something of theirs changed, and all of them four times a second because values age.
/// GUI thread.
class WallBinder : public QObject {
  Q_OBJECT

 public:
  /// `ward` and `wall` must outlive the binder.
  WallBinder(const models::Ward& ward, WallWidget& wall, Theme theme, QObject* parent = nullptr);

  /// Brings the tiles up to date and draws the frame.
  void frame(FrameTime now);

  /// Marks the bed whose detail is open.
  void setSelected(std::optional<PatientId> patient);

 private:
  void connectModels();
  void bindAll();
  void bindTraces(int row);
  void present(int row);
  void markStale(PatientId patient);

  const models::Ward& m_ward;
  WallWidget& m_wall;
  const Theme m_theme;
  std::optional<PatientId> m_selected;
  std::set<int> m_stale;  ///< rows whose tile has to be presented again
  FrameTime m_allPresentedAt{};
};

}  // namespace vitalwall::ui
