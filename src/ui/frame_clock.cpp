// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame_clock.h"

#include <QEvent>
#include <QWidget>

namespace vitalwall::ui {

FrameClock::FrameClock(QWidget& window, QObject* parent) : QObject(parent), m_window(window) {
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT tick(isWindowVisible()); });
  window.installEventFilter(this);
  m_timer.start(isWindowVisible() ? kFrame : kHidden);
}

bool FrameClock::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
      // The window has the new state only after this event.
      QMetaObject::invokeMethod(this, &FrameClock::adapt, Qt::QueuedConnection);
      break;
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

bool FrameClock::isWindowVisible() const {
  return m_window.isVisible() && !m_window.isMinimized();
}

void FrameClock::adapt() {
  const auto wanted = isWindowVisible() ? kFrame : kHidden;
  if (wanted != interval()) m_timer.start(wanted);
}

}  // namespace vitalwall::ui
