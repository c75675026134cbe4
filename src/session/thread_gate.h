// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

class QObject;

namespace vitalwall::session {

/// The way from the library's threads into the thread of one QObject: a queue, and one event that
/// wakes the thread when the queue was empty. The object closes its gate before it dies; what comes
/// later is dropped. Thread-safe, never blocks.
class ThreadGate : public std::enable_shared_from_this<ThreadGate> {
 public:
  explicit ThreadGate(QObject* target) : m_target(target) {}

  /// Runs `function` in the target's thread, after all that was posted before.
  void post(std::function<void()> function);

  /// From the target's destructor.
  void close();

 private:
  void runAll();

  std::mutex m_mutex;
  QObject* m_target;
  std::vector<std::function<void()>> m_waiting;
};

}  // namespace vitalwall::session
