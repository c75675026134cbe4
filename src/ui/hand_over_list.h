// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

#include "models/hand_over.h"
#include "models/ward.h"
#include "ui/theme.h"

class QLabel;

namespace vitalwall::ui {

/// What the next shift must know: everything unacknowledged and everything that is not as the unit
/// wants it, bed by bed, kept up to date while it is open. GUI thread.
class HandOverList : public QDialog {
  Q_OBJECT

 public:
  /// `ward` must outlive the list.
  HandOverList(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  const models::HandOverModel& lines() const { return m_lines; }
  void refresh();

 Q_SIGNALS:
  void bedRequested(vitalwall::PatientId patient);

 private:
  void build(const Theme& theme);

  const models::Ward& m_ward;
  models::HandOverModel m_lines;
  QLabel* m_summary = nullptr;
  QTimer m_second;
};

}  // namespace vitalwall::ui
