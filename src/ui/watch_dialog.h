// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <set>

#include "models/ward.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace vitalwall::ui {

/// Chooses the watched patients while monitoring goes on: from the server's directory by a tick,
/// or by typing a patient id. Takes effect at once. GUI thread.
class WatchDialog : public QDialog {
  Q_OBJECT

 public:
  /// `ward` must outlive the dialog.
  explicit WatchDialog(const models::Ward& ward, QWidget* parent = nullptr);

 Q_SIGNALS:
  void watchRequested(vitalwall::PatientId patient);
  void unwatchRequested(vitalwall::PatientId patient);

 private:
  void build();
  QWidget* buildAddRow();
  void refill();
  void addItem(const Patient& patient);
  void onItemChanged(QListWidgetItem* item);
  void addTyped();
  void showError(const QString& sentence);

  const models::Ward& m_ward;
  QLabel* m_source = nullptr;
  QListWidget* m_list = nullptr;
  QLineEdit* m_idEdit = nullptr;
  QLabel* m_error = nullptr;
};

}  // namespace vitalwall::ui
