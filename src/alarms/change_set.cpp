// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/change_set.h"

#include "domain/concat.h"

namespace vitalwall::alarms {

AlertId Numbering::nextAlert() {
  return AlertId::fromName(concat("alert/", epoch, '/', ++episodes));
}

void ChangeSet::publish(Episode& episode) {
  episode.publishAs(++m_numbering.revision);
  m_changes.alerts.push_back(episode.alert());
}

void ChangeSet::publish(AlarmSettings& settings, const std::string& person) {
  settings.changedBy = person;
  settings.changedAt = m_now.wall;
  republish(settings);
}

void ChangeSet::republish(AlarmSettings& settings) {
  settings.revision = ++m_numbering.revision;
  m_changes.settings.push_back(settings);
}

void ChangeSet::audit(AuditEntry entry) {
  entry.at = m_now.wall;
  m_changes.audit.push_back(std::move(entry));
}

}  // namespace vitalwall::alarms
