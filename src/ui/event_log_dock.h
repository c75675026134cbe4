// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include "models/event_log.h"

namespace vitalwall::ui {

/// The station's log as a table that can be docked at the bottom. GUI thread.
class EventLogDock : public QDockWidget {
  Q_OBJECT

 public:
  /// `events` must outlive the dock.
  explicit EventLogDock(const models::EventLog& events, QWidget* parent = nullptr);
};

}  // namespace vitalwall::ui
