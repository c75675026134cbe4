// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/observations_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace vitalwall::ui {
namespace {

/// Choice 0 stands for "not known", the others for `Value` counted from 0.
template <typename Value>
int choiceOf(std::optional<Value> value) {
  return value ? static_cast<int>(*value) + 1 : 0;
}

template <typename Value>
std::optional<Value> valueOf(int choice) {
  if (choice <= 0) return std::nullopt;
  return static_cast<Value>(choice - 1);
}

}  // namespace

ObservationsPage::ObservationsPage(const models::Ward& ward, QWidget* parent)
    : QWidget(parent), m_ward(ward) {
  build();
  connect(&ward.settings(), &models::AlarmSettingsStore::changed, this, [this](PatientId patient) {
    if (patient == m_patient) showEntered();
  });
}

void ObservationsPage::build() {
  m_score = new QLabel(this);
  m_score->setWordWrap(true);
  m_score->setAccessibleName(tr("Early warning score"));
  m_consciousness = new QComboBox(this);
  m_consciousness->addItems({tr("not known"), tr("Alert"), tr("New confusion"),
                             tr("Responds to voice"), tr("Responds to pain"), tr("Unresponsive")});
  m_oxygen = new QComboBox(this);
  m_oxygen->addItems({tr("not known"), tr("Air"), tr("Oxygen")});
  m_scale2 = new QCheckBox(tr("Scale 2: prescribed target of 88 to 92 %"), this);
  m_enter = new QPushButton(tr("&Enter observations"), this);
  m_enter->setMinimumHeight(34);
  connect(m_enter, &QPushButton::clicked, this, &ObservationsPage::enter);
  auto* layout = new QFormLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setVerticalSpacing(10);
  layout->addRow(m_score);
  layout->addRow(tr("&Consciousness:"), m_consciousness);
  layout->addRow(tr("&Breathing:"), m_oxygen);
  layout->addRow(tr("SpO2:"), m_scale2);
  layout->addRow(QString(), m_enter);
}

void ObservationsPage::setPatient(std::optional<PatientId> patient) {
  m_patient = patient;
  showEntered();
  refresh();
}

void ObservationsPage::refresh() {
  m_score->setText(scoreText());
}

void ObservationsPage::showEntered() {
  const auto* settings = m_patient ? m_ward.settings().find(*m_patient) : nullptr;
  setEnabled(settings != nullptr);
  if (!settings) return;
  const auto& entered = settings->news2;
  m_consciousness->setCurrentIndex(choiceOf(entered.consciousness));
  m_oxygen->setCurrentIndex(choiceOf(entered.supplementalOxygen));
  m_scale2->setChecked(entered.scale2);
}

void ObservationsPage::enter() {
  if (!m_patient) return;
  const News2Settings entered{
      .scale2 = m_scale2->isChecked(),
      .supplementalOxygen = valueOf<bool>(m_oxygen->currentIndex()),
      .consciousness = valueOf<Consciousness>(m_consciousness->currentIndex())};
  Q_EMIT commandRequested(EnterObservations{*m_patient, entered});
}

QString ObservationsPage::scoreText() const {
  const auto reading = m_patient ? m_ward.news2().of(*m_patient) : std::nullopt;
  if (!reading) return tr("No early warning score: NEWS2 is for adults with current values.");
  const auto text = models::news2Text(*reading);
  const auto missing = models::missingText(reading->score);
  return missing.isEmpty() ? text : tr("%1. Missing: %2.").arg(text, missing);
}

}  // namespace vitalwall::ui
