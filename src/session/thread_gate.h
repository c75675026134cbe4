// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace vitalwall::session {

/// The way from the library's threads into the thread of one object: a queue, and one wake-up when
/// it was empty. The object closes its gate before it dies; what comes later is dropped.
/// Thread-safe; post() never blocks.
class ThreadGate {
 public:
  /// `wake` makes the object's thread call runAll() soon; it is called from any thread, and never
  /// after close().
  explicit ThreadGate(std::function<void()> wake) : m_wake(std::move(wake)) {}

  /// Runs `function` in the object's thread, after all that was posted before.
  void post(std::function<void()> function);

  /// Runs what waits. In the object's thread.
  void runAll();

  /// In the object's destructor.
  void close();

 private:
  std::mutex m_mutex;
  std::function<void()> m_wake;
  std::vector<std::function<void()>> m_waiting;
};

}  // namespace vitalwall::session
