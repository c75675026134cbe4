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
  if (m_isOver.try_emplace(alert.id, false).second) m_everSeen.push_back(alert.id);
  m_isOver[alert.id] = !alert.isOpen();
  OpenAlerts& open = m_open[alert.patient];
  if (alert.isOpen())
    open.insert_or_assign(alert.key(), alert);
  else
    open.erase(alert.key());
}

const Alert* PublishedRecord::openAt(const Alert& alert) const {
  const auto bed = m_open.find(alert.patient);
  if (bed == m_open.end()) return nullptr;
  const auto known = bed->second.find(alert.key());
  return known == bed->second.end() ? nullptr : &known->second;
}

/// Alerts and settings share one counter, so within one input either may come first.
void PublishedRecord::checkRevision(std::uint64_t revision) {
  if (revision <= m_newest || !m_revisions.insert(revision).second)
    violate("revision " + std::to_string(revision) + " does not rise");
}

void PublishedRecord::checkPlace(const Alert& alert) {
  const auto ended = m_isOver.find(alert.id);
  if (ended != m_isOver.end() && ended->second)
    violate("an ended alert changes again: " + alert.message);
  const Alert* known = openAt(alert);
  if (!known) return;
  if (known->id != alert.id) violate("two open episodes of one condition: " + alert.message);
  if (known->revision >= alert.revision) violate("an alert goes back: " + alert.message);
}

void PublishedRecord::checkAcknowledgement(const Alert& alert, const AlarmChanges& changes) {
  if (!alert.acknowledged) return;
  const Alert* known = openAt(alert);
  if (known && known->acknowledged == alert.acknowledged) return;
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
  for (const auto& [patient, open] : m_open)
    for (const auto& [key, alert] : open) archive.open.push_back(alert);
  for (const auto& [patient, settings] : m_settings) archive.settings.push_back(settings);
  archive.revision = m_newest;
  return archive;
}

bool PublishedRecord::showsOpen(PatientId patient, const std::vector<Alert>& alerts) const {
  const auto bed = m_open.find(patient);
  if (bed == m_open.end()) return alerts.empty();
  return std::equal(alerts.begin(), alerts.end(), bed->second.begin(), bed->second.end(),
                    [](const Alert& alert, const auto& entry) { return alert == entry.second; });
}

const AlarmSettings* PublishedRecord::settingsOf(PatientId patient) const {
  const auto found = m_settings.find(patient);
  return found == m_settings.end() ? nullptr : &found->second;
}

}  // namespace vitalwall::alarms::testing
