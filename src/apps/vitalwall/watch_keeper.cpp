// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/watch_keeper.h"

namespace vitalwall::station {

WatchKeeper::WatchKeeper(models::Ward& ward, session::RequestWriter writer, bool followsDirectory)
    : m_ward(ward), m_writer(std::move(writer)), m_followsDirectory(followsDirectory) {}

void WatchKeeper::watch(PatientId patient) {
  m_removed.erase(patient);
  add(patient);
  publishView();
}

void WatchKeeper::unwatch(PatientId patient) {
  m_removed.insert(patient);
  m_writer.unwatch(patient);
  m_ward.unwatch(patient);
  publishView();
}

void WatchKeeper::onPatientsListed(const std::vector<Patient>& patients) {
  m_ward.setDirectory(patients);
  if (m_followsDirectory)
    for (const auto& patient : patients)
      if (!m_removed.contains(patient.id)) add(patient.id);
  publishView();
}

void WatchKeeper::setVisible(bool visible) {
  if (visible == m_isVisible) return;
  m_isVisible = visible;
  publishView();
}

void WatchKeeper::add(PatientId patient) {
  if (m_ward.watch(patient)) m_writer.watch(patient);
}

void WatchKeeper::publishView() const {
  SetView view{.waves = m_isVisible, .patients = {}};
  for (int row = 0; row < m_ward.beds().rowCount(); ++row)
    view.patients.push_back(m_ward.beds().bed(row).id());
  m_writer.setView(std::move(view));
}

}  // namespace vitalwall::station
