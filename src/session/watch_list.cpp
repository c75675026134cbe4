// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/watch_list.h"

#include <algorithm>

namespace vitalwall::session {

bool WatchList::add(PatientId patient) {
  return m_patients.try_emplace(patient).second;
}

bool WatchList::remove(PatientId patient) {
  return m_patients.erase(patient) > 0;
}

std::vector<Command> WatchList::subscribeAll() {
  std::vector<Command> commands;
  commands.reserve(m_patients.size());
  for (const auto& entry : m_patients) commands.push_back(subscribe(entry.first));
  return commands;
}

Command WatchList::subscribe(PatientId patient) {
  auto& watched = m_patients[patient];
  watched.subscribe = CommandId::random();
  watched.awaited = true;
  return {watched.subscribe, Subscribe{patient, watched.cursor}};
}

void WatchList::noteRevision(PatientId patient, Cursor read) {
  const auto found = m_patients.find(patient);
  if (found == m_patients.end() || found->second.awaited || read.epoch == 0) return;
  auto& cursor = found->second.cursor;
  const auto known = cursor && cursor->epoch == read.epoch ? cursor->revision : 0;
  cursor = Cursor{read.epoch, std::max(known, read.revision)};
}

void WatchList::noteSnapshotEnd(const SnapshotEnd& end) {
  const auto found = m_patients.find(end.patient);
  if (found == m_patients.end()) return;
  found->second.cursor = end.cursor;
  found->second.awaited = false;
}

std::optional<PatientId> WatchList::settleSubscribe(CommandId id) {
  const auto found = std::ranges::find_if(
      m_patients, [id](const auto& entry) { return entry.second.subscribe == id; });
  if (found == m_patients.end()) return std::nullopt;
  found->second.awaited = false;
  return found->first;
}

void WatchList::forgetCursors() {
  for (auto& [patient, watched] : m_patients) watched.cursor.reset();
}

std::size_t WatchList::awaited() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(m_patients, [](const auto& entry) { return entry.second.awaited; }));
}

}  // namespace vitalwall::session
