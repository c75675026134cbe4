// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient_pauses.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "models/deviation.h"
#include "ui/mark_presenter.h"

namespace vitalwall::ui {

using std::chrono::seconds;

PatientPauses::PatientPauses(const models::Ward& ward, QWidget* parent)
    : QWidget(parent),
      m_ward(ward),
      m_sound(new QPushButton(this)),
      m_alarms(new QPushButton(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins({});
  layout->setSpacing(6);
  layout->addWidget(m_sound);
  layout->addWidget(m_alarms);
  m_sound->setToolTip(tr("No sound for this patient's alarms of now. A more urgent one is heard."));
  m_alarms->setToolTip(tr("No alarm of this patient at all, neither sound nor picture."));
  connect(m_sound, &QPushButton::clicked, this, &PatientPauses::toggleSound);
  connect(m_alarms, &QPushButton::clicked, this, &PatientPauses::toggleAlarms);
  connect(&ward.settings(), &models::AlarmSettingsStore::changed, this, &PatientPauses::refresh);
  refresh();
}

void PatientPauses::setPatient(std::optional<PatientId> patient) {
  m_patient = patient;
  refresh();
}

void PatientPauses::refresh() {
  const auto* set = settings();
  setEnabled(set != nullptr);
  m_sound->setText(stateText(set ? set->audioPaused : std::nullopt, tr("Pause sound 2 min"),
                             tr("Sound again (%1)")));
  m_alarms->setText(stateText(set ? set->alarmsPaused : std::nullopt, tr("Pause alarms 2 min"),
                              tr("Alarms again (%1)")));
}

void PatientPauses::toggleSound() {
  const auto* set = settings();
  if (!set) return;
  const auto duration = runs(set->audioPaused) ? seconds(0) : PauseAudio{}.duration;
  Q_EMIT commandRequested(PauseAudio{*m_patient, duration});
}

void PatientPauses::toggleAlarms() {
  const auto* set = settings();
  if (!set) return;
  const auto duration = runs(set->alarmsPaused) ? seconds(0) : PauseAlarms{}.duration;
  Q_EMIT commandRequested(PauseAlarms{*m_patient, duration});
}

const AlarmSettings* PatientPauses::settings() const {
  return m_patient ? m_ward.settings().find(*m_patient) : nullptr;
}

QString PatientPauses::stateText(const std::optional<TimedPause>& pause, const QString& pauseText,
                                 const QString& resumeText) const {
  if (!runs(pause)) return pauseText;
  return resumeText.arg(countdownText(pause->until - m_ward.clock().wallNow()));
}

bool PatientPauses::runs(const std::optional<TimedPause>& pause) const {
  return models::holds(pause, m_ward.clock().wallNow());
}

}  // namespace vitalwall::ui
