// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/thread_gate.h"

namespace vitalwall::session {

void ThreadGate::close() {
  const std::scoped_lock lock(m_mutex);
  m_target = nullptr;
}

}  // namespace vitalwall::session
