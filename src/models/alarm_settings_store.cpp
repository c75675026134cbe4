// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarm_settings_store.h"

namespace vitalwall::models {

void AlarmSettingsStore::apply(const AlarmSettings& settings) {
  const auto known = m_entries.find(settings.patient);
  const bool isOutdated = known != m_entries.end() && known->second.confirmedBySnapshot &&
                          settings.revision < known->second.settings.revision;
  if (isOutdated) return;
  m_entries.insert_or_assign(settings.patient, Entry{.settings = settings});
  Q_EMIT changed(settings.patient);
}

void AlarmSettingsStore::beginResync() {
  for (auto& [patient, entry] : m_entries) entry.confirmedBySnapshot = false;
}

void AlarmSettingsStore::endSnapshot(const SnapshotEnd& end) {
  const auto known = m_entries.find(end.patient);
  if (known == m_entries.end() || known->second.confirmedBySnapshot) return;
  if (end.complete)
    forget(end.patient);
  else
    known->second.confirmedBySnapshot = true;
}

void AlarmSettingsStore::forget(PatientId patient) {
  if (m_entries.erase(patient) > 0) Q_EMIT changed(patient);
}

const AlarmSettings* AlarmSettingsStore::find(PatientId patient) const {
  const auto known = m_entries.find(patient);
  return known == m_entries.end() ? nullptr : &known->second.settings;
}

}  // namespace vitalwall::models
