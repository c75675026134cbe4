// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <unordered_map>

#include "domain/alert.h"

namespace vitalwall::alarms {

/// Who had answered the newest ended alarms, so that whoever comes second is told who was first
/// also when the alarm is over by then. Bounded: the oldest are forgotten first.
class AnsweredAlarms {
 public:
  static constexpr std::size_t kCapacity = 10'000;

  /// `alert` has ended, acknowledged.
  void remember(const Alert& alert);

  /// The acknowledgement of `alert`, or nullptr.
  const Acknowledgement* find(AlertId alert) const;

 private:
  std::unordered_map<AlertId, Acknowledgement> m_answers;
  std::deque<AlertId> m_order;
};

}  // namespace vitalwall::alarms
