// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/session_registry.h"

#include <utility>

namespace vitalwall::server {

void SessionRegistry::add(const std::shared_ptr<StationSession>& session) {
  std::optional<absl::Status> closed;
  {
    const std::lock_guard lock(m_mutex);
    m_sessions.push_back(session);
    closed = m_closed;
  }
  if (closed) session->finish(*closed);
}

void SessionRegistry::finishAll(const absl::Status& status) {
  {
    const std::lock_guard lock(m_mutex);
    m_closed = status;
  }
  for (const auto& session : sessions()) session->finish(status);
}

void SessionRegistry::endTick() {
  const auto closed = m_fanoutGate.close();
  for (const auto& session : sessions()) {
    if (session->isDone())
      session->detach();
    else
      session->endTick();
  }
  const std::lock_guard lock(m_mutex);
  std::erase_if(m_sessions, [](const auto& session) { return session->isDetached(); });
}

void SessionRegistry::clear() {
  Sessions all;
  {
    const std::lock_guard lock(m_mutex);
    all.swap(m_sessions);
  }
  for (const auto& session : all) session->detach();
}

std::size_t SessionRegistry::size() const {
  const std::lock_guard lock(m_mutex);
  return m_sessions.size();
}

SessionRegistry::Sessions SessionRegistry::sessions() const {
  const std::lock_guard lock(m_mutex);
  return m_sessions;
}

}  // namespace vitalwall::server
