// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a bed's settings without a person: restart and the end of pauses.
#include "alarms/bed.h"
#include "alarms/settings_defaults.h"
#include "alarms/settings_words.h"

namespace vitalwall::alarms {
namespace {

AuditEntry systemEntry(AuditAction action, PatientId patient, std::string detail) {
  AuditEntry entry;
  entry.action = action;
  entry.patient = patient;
  entry.detail = std::move(detail);
  return entry;
}

void auditEndOfPauses(const AlarmSettings& before, const AlarmSettings& after, ChangeSet& changes) {
  if (before.audioPaused && !after.audioPaused)
    changes.audit(
        systemEntry(AuditAction::AudioResumed, after.patient,
                    "Sound resumed: the pause by " + before.audioPaused->by + " is over."));
  if (before.alarmsPaused && !after.alarmsPaused)
    changes.audit(
        systemEntry(AuditAction::AlarmsResumed, after.patient,
                    "Alarms resumed: the pause by " + before.alarmsPaused->by + " is over."));
}

}  // namespace

void Bed::restore(const AlarmSettings* settings, ChangeSet& changes) {
  if (!settings) {
    changes.publish(m_settings, {});
    return;
  }
  m_settings = restoredSettings(*settings, m_monitored.patient, *m_rules);
  m_pauses.follow(m_settings, changes.now());
  m_settings = m_pauses.withoutOver(m_settings, changes.now().steady);
  m_pauses.follow(m_settings, changes.now());
  if (m_settings == *settings) return;
  if (const auto limits = limitChangesText(*settings, m_settings); !limits.empty())
    changes.audit(systemEntry(AuditAction::LimitsChanged, m_settings.patient,
                              "By the unit's new configuration: " + limits));
  auditEndOfPauses(*settings, m_settings, changes);
  changes.publish(m_settings, {});
}

void Bed::endPauses(ChangeSet& changes) {
  AlarmSettings after = m_pauses.withoutOver(m_settings, changes.now().steady);
  if (after == m_settings) return;
  auditEndOfPauses(m_settings, after, changes);
  adopt(std::move(after), {}, changes);
}

}  // namespace vitalwall::alarms
