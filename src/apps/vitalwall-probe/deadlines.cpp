// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/deadlines.h"

namespace vitalwall::probe {

void Deadlines::expect(const std::string& what, milliseconds within, SteadyTime now) {
  m_pending.insert_or_assign(what, Promise{now + within, within});
}

bool Deadlines::meet(const std::string& what, SteadyTime now) {
  const auto found = m_pending.find(what);
  if (found == m_pending.end()) return false;
  if (now > found->second.by) report(what, found->second);
  m_pending.erase(found);
  return true;
}

void Deadlines::onTime(SteadyTime now) {
  std::erase_if(m_pending, [&](const auto& entry) {
    const bool missed = now > entry.second.by;
    if (missed) report(entry.first, entry.second);
    return missed;
  });
}

void Deadlines::report(const std::string& what, const Promise& promise) {
  m_log.add("Missing: " + what + " within " + std::to_string(promise.within.count()) + " ms.");
}

}  // namespace vitalwall::probe
