// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/connection_model.h"
#include "ui/theme.h"

class QLabel;
class QPushButton;

namespace vitalwall::ui {

/// A line across the window that is there exactly as long as the link is not: what happened, what
/// it means, which attempt this is and when the next one comes. GUI thread.
class ConnectionBanner : public QWidget {
  Q_OBJECT

 public:
  /// `link` must outlive the banner.
  ConnectionBanner(const models::ConnectionModel& link, const Theme& theme,
                   QWidget* parent = nullptr);

  /// Counts the seconds to the next attempt; called once a second.
  void refresh();
  QString text() const;

 Q_SIGNALS:
  /// The user does not want to wait.
  void retryRequested();

 private:
  QString attemptText() const;

  const models::ConnectionModel& m_link;
  QLabel* m_text;
  QPushButton* m_retry;
};

}  // namespace vitalwall::ui
