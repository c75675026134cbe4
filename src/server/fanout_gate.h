// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>

namespace vitalwall::server {

/// Lets the reactions to finished writes wait until all writes of a tick are started.
///
/// gRPC wakes a thread of its own for every finished write. While the ward thread starts the next
/// ones that thread has done its work long before, goes to sleep and is woken again, hundreds of
/// times a tick, and the waking costs more than the writes. When it waits once it finds all
/// finished writes together. Requests lose nothing by that: they are for the ward thread, which is
/// busy with the tick as long as the gate is closed.
class FanoutGate {
 public:
  /// Closed until what is returned is destroyed.
  [[nodiscard]] std::unique_lock<std::mutex> close() { return std::unique_lock(m_mutex); }

  /// Waits until the gate is open. Not for the thread that closed it. Thread-safe.
  void pass() { const std::lock_guard open(m_mutex); }

 private:
  std::mutex m_mutex;
};

}  // namespace vitalwall::server
