// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/acknowledge_desk.h"

namespace vitalwall::server {
namespace {

std::string sentenceOf(const alarms::AcknowledgeResult& result) {
  switch (result.outcome) {
    case CommandOutcome::AlreadyDone:
      return "already acknowledged by " + result.acknowledgement.by;
    case CommandOutcome::NotFound:
      return "this alarm is not open: its condition has ended, or it never was";
    default:
      return {};
  }
}

}  // namespace

CommandResult AcknowledgeDesk::acknowledge(CommandId id, AlertId alert, const std::string& person) {
  const auto known = m_results.find(id);
  if (known != m_results.end()) return known->second;
  CommandResult result = execute(id, alert, person);
  if (!id.guid.isNil()) remember(result);
  return result;
}

CommandResult AcknowledgeDesk::execute(CommandId id, AlertId alert, const std::string& person) {
  const auto result = m_ward.acknowledge(alert, person);
  if (result.outcome == CommandOutcome::NotFound) ++m_counters.unknownAlerts;
  return {.id = id,
          .outcome = result.outcome,
          .message = sentenceOf(result),
          .by = result.acknowledgement.by,
          .at = result.acknowledgement.at};
}

void AcknowledgeDesk::remember(const CommandResult& result) {
  m_results.emplace(result.id, result);
  m_order.push_back(result.id);
  if (m_order.size() <= kCapacity) return;
  m_results.erase(m_order.front());
  m_order.pop_front();
}

}  // namespace vitalwall::server
