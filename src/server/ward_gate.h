// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "server/executor.h"

namespace vitalwall::server {

/// The way from another thread into the ward executor for what must not be lost: a task that finds
/// the executor full waits for the next runAll().
class WardGate {
 public:
  /// `ward` must outlive the gate.
  explicit WardGate(Executor& ward);

  /// Drops what waits; no task runs any more. On the ward executor, or when it does not run.
  ~WardGate();

  WardGate(const WardGate&) = delete;
  WardGate& operator=(const WardGate&) = delete;

  /// Runs `task` on the ward executor, after all that was posted before. Thread-safe.
  void post(Executor::Task task);

  /// Runs what waits. Ward executor.
  void runAll();

 private:
  class Queue;

  Executor& m_ward;
  const std::shared_ptr<Queue> m_queue;  // a wake-up that outlives the gate finds it gone
};

}  // namespace vitalwall::server
