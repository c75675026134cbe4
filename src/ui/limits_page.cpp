// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/alarm_questions.h"
#include "ui/limits_delegate.h"
#include "ui/texts.h"

namespace vitalwall::ui {
LimitsPage::LimitsPage(const models::Ward& ward, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_ward(ward), m_limits(ward.settings()) {
  build(theme);
  connectModels();
  presentChoice();
}

void LimitsPage::build(const Theme& theme) {
  buildTable(theme);
  m_sentence = new QLabel(this);
  m_sentence->setObjectName(QStringLiteral("sentence"));
  m_sentence->setWordWrap(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->setSpacing(8);
  layout->addWidget(buildProfile());
  layout->addWidget(m_table, 1);
  layout->addWidget(m_sentence);
  layout->addWidget(buildButtons());
}

void LimitsPage::buildTable(const Theme& theme) {
  m_table = new QTableView(this);
  m_table->setModel(&m_limits);
  m_table->setItemDelegate(new LimitsDelegate(theme, m_table));
  m_table->setAccessibleName(tr("Alarm limits of this patient"));
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                           QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
  m_table->setAlternatingRowColors(true);
  m_table->setShowGrid(false);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  auto* columns = m_table->horizontalHeader();
  columns->setSectionResizeMode(QHeaderView::ResizeToContents);
  columns->setSectionResizeMode(models::LimitsModel::DefaultColumn, QHeaderView::Stretch);
  columns->setMinimumSectionSize(columns->fontMetrics().horizontalAdvance(tr("*** high")) + 14);
  columns->setHighlightSections(false);
}

QWidget* LimitsPage::buildProfile() {
  auto* row = new QWidget(this);
  m_profile = new QComboBox(row);
  m_profile->addItems({tr("Adult"), tr("Child"), tr("Newborn")});  // as AgeGroup counts
  m_profile->setAccessibleName(tr("Limits of the unit for"));
  connect(m_profile, &QComboBox::activated, this, &LimitsPage::requestProfile);
  auto* label = new QLabel(tr("&Profile:"), row);
  label->setBuddy(m_profile);
  auto* hint = new QLabel(tr("Type a new limit into its field; an empty field means none."), row);
  hint->setWordWrap(true);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins({});
  layout->addWidget(label);
  layout->addWidget(m_profile);
  layout->addSpacing(8);
  layout->addWidget(hint, 1);
  return row;
}

QWidget* LimitsPage::buildButtons() {
  auto* row = new QWidget(this);
  m_alarm = addButton({}, tr("Asks for the reason; the tile carries a mark until it is undone."),
                      &LimitsPage::toggleAlarm);
  m_restore = addButton({}, tr("Back to what the unit wants."), &LimitsPage::restoreOne);
  auto* layout = new QGridLayout(row);
  layout->setContentsMargins({});
  layout->addWidget(m_alarm, 0, 0);
  layout->addWidget(m_restore, 0, 1);
  layout->addWidget(addButton(tr("Around the values of &now"),
                              tr("Limits that fit the patient's present values."),
                              &LimitsPage::requestAutoLimits),
                    1, 0);
  layout->addWidget(
      addButton(tr("Restore a&ll"), tr("All limits back to the unit's."), &LimitsPage::restoreAll),
      1, 1);
  return row;
}

QPushButton* LimitsPage::addButton(const QString& text, const QString& toolTip,
                                   void (LimitsPage::*run)()) {
  auto* button = new QPushButton(text, this);
  button->setToolTip(toolTip);
  connect(button, &QPushButton::clicked, this, run);
  return button;
}

void LimitsPage::connectModels() {
  using models::LimitsModel;
  connect(&m_limits, &LimitsModel::limitsRequested, this, &LimitsPage::requestLimits);
  connect(&m_limits, &LimitsModel::notUnderstood, this, &LimitsPage::say);
  connect(&m_limits, &LimitsModel::modelReset, this, &LimitsPage::presentChoice);
  connect(&m_limits, &LimitsModel::dataChanged, this, &LimitsPage::presentChoice);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &LimitsPage::presentChoice);
  connect(&m_ward.settings(), &models::AlarmSettingsStore::changed, this,
          &LimitsPage::presentSettings);
  connect(&m_ward.commands(), &QAbstractItemModel::rowsInserted, this, &LimitsPage::dropFailed);
  connect(&m_ward.commands(), &QAbstractItemModel::dataChanged, this, &LimitsPage::dropFailed);
}

void LimitsPage::setPatient(std::optional<PatientId> patient) {
  m_limits.setPatient(patient);
  presentProfile();
  say({});
}

std::optional<MdcCode> LimitsPage::chosen() const {
  const auto current = m_table->currentIndex();
  if (!current.isValid()) return std::nullopt;
  return m_limits.alarms(current.row()).parameter;
}

void LimitsPage::presentChoice() {
  const auto parameter = chosen();
  const auto name = parameter ? labelOf(*parameter) : QString();
  const bool isOff = parameter && m_limits.alarms(m_table->currentIndex().row()).off;
  m_alarm->setText(!parameter ? tr("Alarm &off\u2026")
                   : isOff    ? tr("%1 alarm &on").arg(name)
                              : tr("%1 alarm &off\u2026").arg(name));
  m_restore->setText(parameter ? tr("&Restore %1").arg(name) : tr("&Restore"));
  m_alarm->setEnabled(parameter.has_value());
  m_restore->setEnabled(parameter.has_value());
}

void LimitsPage::presentProfile() {
  const auto patient = m_limits.patient();
  const auto* settings = patient ? m_ward.settings().find(*patient) : nullptr;
  setEnabled(settings != nullptr);
  if (settings) m_profile->setCurrentIndex(static_cast<int>(settings->profile));
}

void LimitsPage::presentSettings(PatientId patient) {
  if (patient != m_limits.patient()) return;
  presentProfile();
  say({});
}

/// What the server refused does not stay on the screen as if it held; its sentence does.
void LimitsPage::dropFailed() {
  const auto* row = m_ward.commands().newest(m_limits.patient());
  if (!row || !m_limits.patient() || row->stage != models::CommandStage::Failed) return;
  m_limits.dropPending();
  presentProfile();
  say(row->sentence);
}

void LimitsPage::requestLimits(MdcCode parameter, const LimitPair& limits) {
  say({});
  Q_EMIT commandRequested(SetLimits{*m_limits.patient(), parameter, limits});
}

void LimitsPage::requestProfile(int index) {
  if (m_limits.patient())
    Q_EMIT commandRequested(SetProfile{*m_limits.patient(), static_cast<AgeGroup>(index)});
}

void LimitsPage::toggleAlarm() {
  const auto parameter = chosen();
  if (!parameter) return;
  SetAlarmOff command{*m_limits.patient(), *parameter, false, {}};
  if (!m_limits.alarms(m_table->currentIndex().row()).off) {
    const auto reason = ReasonDialog::ask(
        alarmOffQuestion(labelOf(*parameter), m_ward.beds().labelOf(command.patient)), this);
    if (!reason) return;
    command.off = true;
    command.reason = reason->toStdString();
  }
  Q_EMIT commandRequested(command);
}

void LimitsPage::restoreOne() {
  if (const auto parameter = chosen())
    Q_EMIT commandRequested(RestoreLimits{*m_limits.patient(), parameter});
}

void LimitsPage::restoreAll() {
  if (m_limits.patient()) Q_EMIT commandRequested(RestoreLimits{*m_limits.patient(), {}});
}

void LimitsPage::requestAutoLimits() {
  if (m_limits.patient()) Q_EMIT commandRequested(AutoLimits{*m_limits.patient()});
}

void LimitsPage::say(const QString& sentence) {
  m_sentence->setText(sentence);
  m_sentence->setVisible(!sentence.isEmpty());
}

}  // namespace vitalwall::ui
