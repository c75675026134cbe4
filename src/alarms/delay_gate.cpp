// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/delay_gate.h"

namespace vitalwall::alarms {

bool DelayGate::admits(const Finding& finding, SteadyTime now) {
  if (finding.presence == Presence::Unknown) return false;
  if (finding.presence != Presence::Present) {
    forget(finding.key);
    return false;
  }
  const auto since = m_since.try_emplace(finding.key, now).first->second;
  if (now - since < finding.delay) return false;
  forget(finding.key);
  return true;
}

}  // namespace vitalwall::alarms
