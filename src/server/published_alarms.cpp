// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/published_alarms.h"

namespace vitalwall::server {

void PublishedAlarms::restore(const std::vector<Alert>& open,
                              const std::vector<AlarmSettings>& settings, std::uint64_t revision) {
  for (const auto& alert : open) m_open[alert.patient].insert_or_assign(alert.key(), alert);
  for (const auto& one : settings) apply(one);
  m_revision = revision;
}

void PublishedAlarms::apply(const Alert& alert) {
  m_revision = alert.revision;
  m_log.append(alert);
  Open& open = m_open[alert.patient];
  if (alert.isOpen()) {
    open.insert_or_assign(alert.key(), alert);
    return;
  }
  const auto known = open.find(alert.key());
  // The same condition may be open again under a newer id.
  if (known != open.end() && known->second.id == alert.id) open.erase(known);
}

void PublishedAlarms::apply(const AlarmSettings& settings) {
  m_settings.insert_or_assign(settings.patient, std::make_shared<const AlarmSettings>(settings));
}

std::vector<Alert> PublishedAlarms::openAlerts(PatientId patient) const {
  std::vector<Alert> alerts;
  const auto found = m_open.find(patient);
  if (found == m_open.end()) return alerts;
  for (const auto& [key, alert] : found->second) alerts.push_back(alert);
  return alerts;
}

std::optional<std::vector<Alert>> PublishedAlarms::revisionsAfter(PatientId patient,
                                                                  std::uint64_t revision) const {
  return m_log.after(patient, revision);
}

std::shared_ptr<const AlarmSettings> PublishedAlarms::settingsOf(PatientId patient) const {
  const auto found = m_settings.find(patient);
  return found == m_settings.end() ? nullptr : found->second;
}

}  // namespace vitalwall::server
