// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/revision_log.h"

#include <algorithm>
#include <iterator>

namespace vitalwall::alarms {

RevisionLog::RevisionLog(std::size_t capacity) : m_capacity(capacity) {}

void RevisionLog::append(const Alert& alert) {
  m_newest = alert.revision;
  m_alerts.push_back(alert);
  if (m_alerts.size() <= m_capacity) return;
  m_forgotten = m_alerts.front().revision;
  m_alerts.pop_front();
}

std::optional<std::vector<Alert>> RevisionLog::after(PatientId patient,
                                                     std::uint64_t revision) const {
  if (revision < m_forgotten || revision > m_newest) return std::nullopt;
  const auto first = std::upper_bound(
      m_alerts.begin(), m_alerts.end(), revision,
      [](std::uint64_t value, const Alert& alert) { return value < alert.revision; });
  std::vector<Alert> missed;
  std::copy_if(first, m_alerts.end(), std::back_inserter(missed),
               [patient](const Alert& alert) { return alert.patient == patient; });
  return missed;
}

}  // namespace vitalwall::alarms
