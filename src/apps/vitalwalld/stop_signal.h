// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

namespace vitalwall::daemon {

/// SIGTERM and SIGINT as something to wait for, so that no work is done in a signal handler.
/// Construct before any other thread starts, since threads inherit what is blocked.
class StopSignal {
 public:
  StopSignal();

  /// Waits for one of the signals and returns it.
  int wait() const;

 private:
  sigset_t m_signals{};
};

}  // namespace vitalwall::daemon
