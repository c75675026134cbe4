// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwalld/stop_signal.h"

namespace vitalwall::daemon {

StopSignal::StopSignal() {
  sigemptyset(&m_signals);
  sigaddset(&m_signals, SIGTERM);
  sigaddset(&m_signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
}

int StopSignal::wait() const {
  int received = 0;
  while (sigwait(&m_signals, &received) != 0) {
  }
  return received;
}

}  // namespace vitalwall::daemon
