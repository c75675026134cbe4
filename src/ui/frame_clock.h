// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>

class QWidget;

namespace vitalwall::ui {

/// Beats once per frame (60 Hz) while a window can be seen, and once a second while it is hidden or
/// minimised: then arriving data is still taken, but nothing is drawn. GUI thread.
class FrameClock : public QObject {
  Q_OBJECT

 public:
  static constexpr std::chrono::milliseconds kFrame{16};
  static constexpr std::chrono::milliseconds kHidden{1000};

  /// Follows `window`, which must outlive the clock. Starts at once.
  explicit FrameClock(QWidget& window, QObject* parent = nullptr);

  std::chrono::milliseconds interval() const { return m_timer.intervalAsDuration(); }

 Q_SIGNALS:
  /// Take what arrived; draw only if `visible`.
  void tick(bool visible);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool isWindowVisible() const;
  void adapt();

  QWidget& m_window;
  QTimer m_timer;
};

}  // namespace vitalwall::ui
