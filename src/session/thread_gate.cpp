// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/thread_gate.h"

#include <QMetaObject>
#include <QObject>
#include <utility>

namespace vitalwall::session {

void ThreadGate::post(std::function<void()> function) {
  const std::scoped_lock lock(m_mutex);
  if (!m_target) return;
  m_waiting.push_back(std::move(function));
  if (m_waiting.size() > 1) return;  // the wake-up is on its way
  QMetaObject::invokeMethod(
      m_target, [self = shared_from_this()] { self->runAll(); }, Qt::QueuedConnection);
}

void ThreadGate::close() {
  const std::scoped_lock lock(m_mutex);
  m_target = nullptr;
  m_waiting.clear();
}

void ThreadGate::runAll() {
  std::vector<std::function<void()>> functions;
  {
    const std::scoped_lock lock(m_mutex);
    functions.swap(m_waiting);
  }
  for (const auto& function : functions) function();
}

}  // namespace vitalwall::session
