// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "domain/clock.h"

namespace vitalwall::ui {

/// A mark that beats once a second as long as the screen is really drawn: it is moved on by the
/// frame that was drawn, and changes its picture only when it is painted itself. Stands still =
/// the picture is frozen. GUI thread.
class Heartbeat : public QWidget {
  Q_OBJECT

 public:
  explicit Heartbeat(QWidget* parent = nullptr);

  /// A frame of the wall was drawn at `now`.
  void onFrameDrawn(SteadyTime now);

  /// Beats that were painted so far, for tests.
  int beats() const { return m_beats; }
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  bool m_isLit = false;
  bool m_isPaintDue = false;
  int m_beats = 0;
  SteadyTime m_changedAt{};
};

}  // namespace vitalwall::ui
