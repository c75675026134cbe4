// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/thread_gate.h"

#include <utility>

namespace vitalwall::session {

void ThreadGate::post(std::function<void()> function) {
  const std::scoped_lock lock(m_mutex);
  if (!m_wake) return;
  m_waiting.push_back(std::move(function));
  if (m_waiting.size() == 1) m_wake();
}

void ThreadGate::runAll() {
  std::vector<std::function<void()>> functions;
  {
    const std::scoped_lock lock(m_mutex);
    functions.swap(m_waiting);
  }
  for (const auto& function : functions) function();
}

void ThreadGate::close() {
  const std::scoped_lock lock(m_mutex);
  m_wake = nullptr;
  m_waiting.clear();
}

}  // namespace vitalwall::session
