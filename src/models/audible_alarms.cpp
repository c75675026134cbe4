// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audible_alarms.h"

#include <algorithm>

#include "models/deviation.h"

namespace vitalwall::models {
namespace {

/// The most urgent priority that needs attention; Low if none does, so that what is more than an
/// advisory still breaks through.
template <typename Concerns>
AlertPriority mostUrgent(const AlarmModel& alarms, Concerns concerns) {
  auto most = AlertPriority::Low;
  for (int row = 0; row < alarms.rowCount(); ++row) {
    const auto& alert = alarms.row(row).alert;
    if (alert.needsAttention() && concerns(alert)) most = std::min(most, alert.priority);
  }
  return most;
}

}  // namespace

AudibleAlarms::AudibleAlarms(const AlarmModel& alarms, const AlarmSettingsStore& settings,
                             const AudioState& audio, const Clock& clock, QObject* parent)
    : QObject(parent), m_alarms(alarms), m_settings(settings), m_audio(audio), m_clock(clock) {
  connect(&audio, &AudioState::changed, this, &AudibleAlarms::noteStation);
  connect(&settings, &AlarmSettingsStore::changed, this, &AudibleAlarms::notePatient);
  connect(&alarms, &AlarmModel::patientChanged, this, &AudibleAlarms::changed);
}

std::vector<Alert> AudibleAlarms::list() const {
  std::vector<Alert> audible;
  for (int row = 0; row < m_alarms.rowCount(); ++row) {
    const auto& alert = m_alarms.row(row).alert;
    if (alert.needsAttention() && !isSilenced(alert)) audible.push_back(alert);
  }
  std::sort(audible.begin(), audible.end(), isMoreUrgent);
  return audible;
}

void AudibleAlarms::noteStation() {
  if (!m_audio.isPaused())
    m_station.reset();
  else if (!m_station)
    m_station = mostUrgent(m_alarms, [](const Alert&) { return true; });
  Q_EMIT changed();
}

void AudibleAlarms::notePatient(PatientId patient) {
  const auto* settings = m_settings.find(patient);
  if (!settings || !settings->audioPaused) {
    m_patients.erase(patient);
  } else if (auto& pause = m_patients[patient]; pause.at != settings->audioPaused->at) {
    pause.at = settings->audioPaused->at;
    pause.silenced =
        mostUrgent(m_alarms, [patient](const Alert& alert) { return alert.patient == patient; });
  }
  Q_EMIT changed();
}

bool AudibleAlarms::isSilenced(const Alert& alert) const {
  if (m_station && alert.priority >= *m_station) return true;
  const auto* settings = m_settings.find(alert.patient);
  if (!settings || !holds(settings->audioPaused, m_clock.wallNow())) return false;
  const auto pause = m_patients.find(alert.patient);
  return pause != m_patients.end() && alert.priority >= pause->second.silenced;
}

}  // namespace vitalwall::models
