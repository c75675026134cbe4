// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "domain/command.h"
#include "models/ward.h"

class QPushButton;

namespace vitalwall::ui {

/// Pauses of one patient's alarm sound, and of the alarms themselves, with their countdowns.
/// GUI thread.
class PatientPauses : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive this.
  explicit PatientPauses(const models::Ward& ward, QWidget* parent = nullptr);

  void setPatient(std::optional<PatientId> patient);
  /// The countdowns of now. Call once a second.
  void refresh();

  /// Pauses, or ends the pause that runs.
  void toggleSound();
  void toggleAlarms();

 Q_SIGNALS:
  void commandRequested(const vitalwall::CommandBody& command);

 private:
  const AlarmSettings* settings() const;
  QString stateText(const std::optional<TimedPause>& pause, const QString& pauseText,
                    const QString& resumeText) const;
  bool runs(const std::optional<TimedPause>& pause) const;

  const models::Ward& m_ward;
  std::optional<PatientId> m_patient;
  QPushButton* m_sound = nullptr;
  QPushButton* m_alarms = nullptr;
};

}  // namespace vitalwall::ui
