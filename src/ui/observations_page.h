// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "domain/command.h"
#include "models/ward.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace vitalwall::ui {

/// What NEWS2 needs and no monitor measures: consciousness, oxygen, and the SpO2 scale; with the
/// score of now and what it lacks. GUI thread.
class ObservationsPage : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive the page.
  explicit ObservationsPage(const models::Ward& ward, QWidget* parent = nullptr);

  void setPatient(std::optional<PatientId> patient);
  /// The score of now. Call once a second.
  void refresh();

 Q_SIGNALS:
  void commandRequested(const vitalwall::CommandBody& command);

 private:
  void build();
  void showEntered();
  void enter();
  QString scoreText() const;

  const models::Ward& m_ward;
  std::optional<PatientId> m_patient;
  QLabel* m_score = nullptr;
  QComboBox* m_consciousness = nullptr;
  QComboBox* m_oxygen = nullptr;
  QCheckBox* m_scale2 = nullptr;
  QPushButton* m_enter = nullptr;
};

}  // namespace vitalwall::ui
