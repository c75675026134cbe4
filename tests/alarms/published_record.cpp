// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/published_record.h"

#include <algorithm>

namespace vitalwall::alarms::testing {
namespace {

bool hasRow(const AlarmChanges& changes, const Alert& alert) {
  return std::any_of(changes.audit.begin(), changes.audit.end(), [&alert](const AuditEntry& row) {
    return row.alert == alert.id && row.person == alert.acknowledged->by &&
           row.at == alert.acknowledged->at &&
           (row.action == AuditAction::AlarmAcknowledged || row.action == AuditAction::AlarmReset);
  });
}

}  // namespace

void PublishedRecord::apply(const AlarmChanges& changes) {
  m_revisions.clear();
  for (const auto& alert : changes.alerts) apply(alert, changes);
  for (const auto& settings : changes.settings) {
    checkRevision(settings.revision);
    m_settings.insert_or_assign(settings.patient, settings);
  }
  if (!m_revisions.empty()) m_newest = *m_revisions.rbegin();
}

void PublishedRecord::apply(const Alert& alert, const AlarmChanges& changes) {
  checkRevision(alert.revision);
  checkPlace(alert);
  checkAcknowledgement(alert, changes);
  const Place place(alert.patient, alert.key());
  if (std::find(m_everSeen.begin(), m_everSeen.end(), alert.id) == m_everSeen.end())
    m_everSeen.push_back(alert.id);
  if (alert.isOpen()) {
    m_open.insert_or_assign(place, alert);
    return;
  }
  m_open.erase(place);
  m_ended.insert(alert.id);
}

/// Alerts and settings share one counter, so within one input either may come first.
void PublishedRecord::checkRevision(std::uint64_t revision) {
  if (revision <= m_newest || !m_revisions.insert(revision).second)
    violate("revision " + std::to_string(revision) + " does not rise");
}

void PublishedRecord::checkPlace(const Alert& alert) {
  if (m_ended.contains(alert.id)) violate("an ended alert is open again: " + alert.message);
  const auto known = m_open.find({alert.patient, alert.key()});
  if (known == m_open.end()) return;
  if (known->second.id != alert.id) violate("two open episodes of one condition: " + alert.message);
  if (known->second.revision >= alert.revision) violate("an alert goes back: " + alert.message);
}

void PublishedRecord::checkAcknowledgement(const Alert& alert, const AlarmChanges& changes) {
  if (!alert.acknowledged) return;
  const auto known = m_open.find({alert.patient, alert.key()});
  if (known != m_open.end() && known->second.acknowledged == alert.acknowledged) return;
  const bool elsewhere =
      m_elsewhere && m_elsewhere->alert == alert.id && m_elsewhere->winner == *alert.acknowledged;
  if (!elsewhere && !hasRow(changes, alert))
    violate("an acknowledgement without its row: " + alert.message);
}

void PublishedRecord::violate(const std::string& what) {
  if (!m_violation) m_violation = what;
}

AlarmArchive PublishedRecord::archive() const {
  AlarmArchive archive;
  for (const auto& [place, alert] : m_open) archive.open.push_back(alert);
  for (const auto& [patient, settings] : m_settings) archive.settings.push_back(settings);
  archive.revision = m_newest;
  return archive;
}

std::vector<Alert> PublishedRecord::openAlerts(PatientId patient) const {
  std::vector<Alert> alerts;
  for (const auto& [place, alert] : m_open)
    if (place.first == patient) alerts.push_back(alert);
  return alerts;
}

const AlarmSettings* PublishedRecord::settingsOf(PatientId patient) const {
  const auto found = m_settings.find(patient);
  return found == m_settings.end() ? nullptr : &found->second;
}

}  // namespace vitalwall::alarms::testing
