// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "alarms/condition_evaluator.h"
#include "domain/device_condition.h"

namespace vitalwall::alarms {

/// Remembers what devices and detectors have said last of the conditions that they judge.
class DeviceMemory {
 public:
  /// False when nothing new was said: the engine judges such a condition itself, or the word comes
  /// late, after a newer one.
  bool take(const DeviceCondition& condition);

  /// A condition was present in an earlier run, and nobody has said yet what it is now. Who judges
  /// it has until `until` to say so; after that it has gone.
  void expect(const ConditionKey& key, SteadyTime until);

  /// Whether an expected word has not come in time.
  bool giveUp(SteadyTime now);

  const DeviceWords& words() const { return m_words; }

 private:
  DeviceWords m_words;
  std::map<ConditionKey, WallTime> m_saidAt;
  std::map<ConditionKey, SteadyTime> m_expected;
};

/// The key of the episode, whichever signal shows the condition: an asystole is one of the heart,
/// not of lead II.
ConditionKey episodeKeyOf(const ConditionKey& key);

/// Whether `given` is a late one of a series whose newest time is `newest`. Much earlier is no
/// delay but a clock that was set back.
bool isLate(WallTime given, WallTime newest);

}  // namespace vitalwall::alarms
