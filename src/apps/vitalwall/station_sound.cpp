// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/station_sound.h"

namespace vitalwall::station {

StationSound::StationSound(models::Ward& ward, std::unique_ptr<sound::AudioOutput> output,
                           std::unique_ptr<sound::MixerWatch> mixer,
                           std::shared_ptr<const Clock> clock)
    : m_ward(ward), m_sound(std::move(output), std::move(mixer), std::move(clock)) {
  m_alarmsChanged.setSingleShot(true);
  connect(&m_alarmsChanged, &QTimer::timeout, this, &StationSound::tellAlarms);
  connect(&ward.alarms(), &models::AlarmModel::patientChanged, &m_alarmsChanged,
          qOverload<>(&QTimer::start));
  connect(&ward.settings(), &models::AlarmSettingsStore::changed, this, &StationSound::tellPauses);
  connect(&ward.audio(), &models::AudioState::changed, this,
          [this] { m_sound.setStationPause(m_ward.audio().pausedBy()); });
  connect(&m_sound, &sound::SoundThread::soundStateChanged, this,
          [this](const sound::SoundState& state) { m_ward.setSoundProblem(state.problem); });
}

void StationSound::tellAlarms() {
  std::vector<sound::AudibleAlarm> open;
  for (int row = 0; row < m_ward.alarms().rowCount(); ++row)
    open.push_back(sound::audible(m_ward.alarms().row(row).alert));
  m_sound.setAlarms(std::move(open));
}

void StationSound::tellPauses() {
  sound::PatientPauses pauses;
  for (int row = 0; row < m_ward.beds().rowCount(); ++row) {
    const auto patient = m_ward.beds().bed(row).id();
    const auto* settings = m_ward.settings().find(patient);
    if (settings && settings->audioPaused) pauses.emplace(patient, *settings->audioPaused);
  }
  m_sound.setPatientPauses(std::move(pauses));
}

}  // namespace vitalwall::station
