// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/virtual_disk.h"

#include <algorithm>
#include <utility>

#include "storage/alarm_record.h"

namespace vitalwall::simulation {

VirtualDisk::VirtualDisk()
    : m_repository(std::move(storage::openMemoryRecord().value().repository)) {}

std::vector<LostAcknowledgement> VirtualDisk::store(const AlarmRecord& record) {
  for (const auto& entry : record.audit)
    if (entry.command) ++m_audited[*entry.command];
  return m_repository->store(record).value();
}

int VirtualDisk::auditedOf(CommandId command) const {
  const auto found = m_audited.find(command);
  return found == m_audited.end() ? 0 : found->second;
}

void VirtualKeeper::record(AlarmRecord record, Done done) {
  auto dueAt = m_clock.steadyNow() + m_dice.between(0, 150);
  if (!m_waiting.empty()) dueAt = std::max(dueAt, m_waiting.back().dueAt);
  m_waiting.push_back({dueAt, std::move(record), std::move(done)});
}

void VirtualKeeper::work() {
  while (!m_waiting.empty() && m_waiting.front().dueAt <= m_clock.steadyNow()) {
    auto next = std::move(m_waiting.front());
    m_waiting.pop_front();
    const server::RecordReport report{true, m_disk.store(next.record)};
    [[maybe_unused]] const bool isTaken =
        m_ward.post([done = std::move(next.done), report] { done(report); });
  }
}

}  // namespace vitalwall::simulation
