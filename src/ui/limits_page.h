// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "domain/command.h"
#include "models/limits_model.h"
#include "models/ward.h"
#include "ui/theme.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace vitalwall::ui {

/// A patient's alarm limits: each can be edited in its cell, the unit's default stands beside it.
/// Alarms of a parameter are turned off, with a reason, and on; limits come back to the unit's, one
/// or all, or are laid around the values of now. Every wish goes out as a command. GUI thread.
class LimitsPage : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive the page.
  LimitsPage(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  void setPatient(std::optional<PatientId> patient);

 Q_SIGNALS:
  void commandRequested(const vitalwall::CommandBody& command);

 private:
  void build(const Theme& theme);
  void buildTable(const Theme& theme);
  QWidget* buildButtons();
  QWidget* buildProfile();
  void connectModels();
  QPushButton* addButton(const QString& text, const QString& toolTip, void (LimitsPage::*run)());
  std::optional<MdcCode> chosen() const;
  void presentChoice();
  void presentProfile();
  void presentSettings(PatientId patient);
  void dropFailed();
  void requestLimits(MdcCode parameter, const LimitPair& limits);
  void requestProfile(int index);
  void toggleAlarm();
  void restoreOne();
  void restoreAll();
  void requestAutoLimits();
  void say(const QString& sentence);

  const models::Ward& m_ward;
  models::LimitsModel m_limits;
  QTableView* m_table = nullptr;
  QComboBox* m_profile = nullptr;
  QPushButton* m_alarm = nullptr;
  QPushButton* m_restore = nullptr;
  QLabel* m_sentence = nullptr;
};

}  // namespace vitalwall::ui
