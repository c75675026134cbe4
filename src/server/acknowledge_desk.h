// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <unordered_map>

#include "server/counters.h"
#include "server/ward.h"

namespace vitalwall::server {

/// Takes acknowledgements for the whole server. The same command id always has the same effect and
/// the same answer, also from another stream after a reconnection; the newest kCapacity are
/// remembered. Ward executor only.
class AcknowledgeDesk {
 public:
  static constexpr std::size_t kCapacity = 10'000;

  /// `ward` and `counters` must outlive the desk.
  AcknowledgeDesk(Ward& ward, ServerCounters& counters) : m_ward(ward), m_counters(counters) {}

  /// Silences `alert` in the name of `person`. A nil `id` (a plain client's) is not remembered.
  CommandResult acknowledge(CommandId id, AlertId alert, const std::string& person);

 private:
  CommandResult execute(CommandId id, AlertId alert, const std::string& person);
  void remember(const CommandResult& result);

  Ward& m_ward;
  ServerCounters& m_counters;
  std::unordered_map<CommandId, CommandResult> m_results;
  std::deque<CommandId> m_order;
};

}  // namespace vitalwall::server
