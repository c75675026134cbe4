// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "alarms/finding.h"

namespace vitalwall::alarms {

/// Alarm condition delay: lets a condition raise an episode when it has been present for its delay
/// without a break. A moment without measurement neither counts as a break nor raises.
class DelayGate {
 public:
  /// Whether `finding`, of which no episode is open, raises one now.
  bool admits(const Finding& finding, SteadyTime now);

  void forget(const ConditionKey& key) { m_since.erase(key); }
  void forgetAll() { m_since.clear(); }

  /// Time alone may raise an episode.
  bool isWaiting() const { return !m_since.empty(); }

 private:
  std::map<ConditionKey, SteadyTime> m_since;
};

}  // namespace vitalwall::alarms
