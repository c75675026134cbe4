// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/command_memory.h"

#include <utility>

namespace vitalwall::server {

void CommandMemory::restore(const std::vector<CommandResult>& results) {
  for (const auto& result : results) remember(result);
}

bool CommandMemory::admit(CommandId id, const Reply& reply) {
  if (id.guid.isNil()) return true;
  if (const auto known = m_results.find(id); known != m_results.end()) {
    reply(known->second);
    return false;
  }
  const auto [waiting, isNew] = m_underWay.try_emplace(id);
  if (!isNew) waiting->second.push_back(reply);
  return isNew;
}

void CommandMemory::settle(const CommandResult& result) {
  if (result.id.guid.isNil()) return;
  remember(result);
  const auto waiting = m_underWay.extract(result.id);
  if (waiting.empty()) return;
  for (const auto& reply : waiting.mapped()) reply(result);
}

void CommandMemory::remember(const CommandResult& result) {
  if (!m_results.emplace(result.id, result).second) return;
  m_order.push_back(result.id);
  if (m_order.size() <= kCapacity) return;
  m_results.erase(m_order.front());
  m_order.pop_front();
}

}  // namespace vitalwall::server
