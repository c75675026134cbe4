// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/answered_alarms.h"

namespace vitalwall::alarms {

void AnsweredAlarms::remember(const Alert& alert) {
  if (!m_answers.emplace(alert.id, *alert.acknowledged).second) return;
  m_order.push_back(alert.id);
  if (m_order.size() <= kCapacity) return;
  m_answers.erase(m_order.front());
  m_order.pop_front();
}

const Acknowledgement* AnsweredAlarms::find(AlertId alert) const {
  const auto found = m_answers.find(alert);
  return found == m_answers.end() ? nullptr : &found->second;
}

}  // namespace vitalwall::alarms
