// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "models/ward.h"
#include "ui/theme.h"

namespace vitalwall::ui {

/// The link in one line of the top bar: the server, its state, the age of the newest data, and how
/// long the way there and back takes (median / 99 %). In a narrow window what comes last is left
/// out. A click asks for more. GUI thread.
class LinkIndicator : public QLabel {
  Q_OBJECT

 public:
  /// `ward` must outlive the indicator.
  LinkIndicator(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  /// Ages grow: called once a second.
  void refresh();

  /// The server and its state.
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void clicked();

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QString stateText() const;
  QString hintText() const;
  QString dataAgeText() const;
  QString delaysText() const;

  const models::Ward& m_ward;
  const Theme m_theme;
};

}  // namespace vitalwall::ui
