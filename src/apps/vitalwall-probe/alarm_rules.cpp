// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/alarm_rules.h"

#include <algorithm>

#include "domain/concat.h"

namespace vitalwall::probe {

void AlarmRules::onAlert(const Alert& alert) {
  checkRise(m_alerts[alert.id], alert.revision, "alert " + alert.id.toString());
  checkRevision(m_read[alert.patient], alert.revision, alert.patient);
  checkEnd(alert);
  if (alert.acknowledged && alert.acknowledged->by.empty())
    m_log.add(concat("Alert ", alert.id.toString(), " is acknowledged by nobody."));
}

void AlarmRules::onSettings(const AlarmSettings& settings) {
  auto& read = m_read[settings.patient];
  checkRise(read.settings, settings.revision,
            "the alarm settings of patient " + settings.patient.toString());
  checkRevision(read, settings.revision, settings.patient);
}

void AlarmRules::onSnapshotEnd(const SnapshotEnd& end) {
  auto& read = m_read[end.patient];
  read.isLive = true;
  read.newest = std::max(read.newest, end.cursor.revision);
}

void AlarmRules::endMessage() {
  for (auto& [patient, read] : m_read)
    if (read.isLive) read.before = read.newest;
}

void AlarmRules::checkRevision(Read& read, std::uint64_t revision, PatientId patient) {
  if (read.before > 0 && revision <= read.before)
    m_log.add(concat("Revision ", revision, " of patient ", patient.toString(), " came after ",
                     read.before, "."));
  read.newest = std::max(read.newest, revision);
}

void AlarmRules::checkRise(std::uint64_t& newest, std::uint64_t revision, const std::string& what) {
  if (revision < newest)
    m_log.add(concat("Revision ", revision, " of ", what, " came after ", newest, "."));
  newest = std::max(newest, revision);
}

void AlarmRules::checkEnd(const Alert& alert) {
  if (!alert.isOpen())
    m_over.insert(alert.id);
  else if (m_over.contains(alert.id))
    m_log.add(concat("Alert ", alert.id.toString(), " is open again after it was inactive."));
}

}  // namespace vitalwall::probe
