// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <mutex>
#include <utility>

#include "server/executor.h"

namespace vitalwall::test {

/// An executor whose tasks run when the test says so. post() is thread-safe, runAll() is not.
class ManualExecutor final : public server::Executor {
 public:
  explicit ManualExecutor(std::size_t capacity = 1000) : m_capacity(capacity) {}

  [[nodiscard]] bool post(Task task) override {
    const std::lock_guard lock(m_mutex);
    if (m_tasks.size() >= m_capacity) return false;
    m_tasks.push_back(std::move(task));
    return true;
  }

  /// Runs until nothing waits any more; returns how many tasks ran.
  int runAll() {
    int count = 0;
    while (const Task task = next()) {
      task();
      ++count;
    }
    return count;
  }

 private:
  Task next() {
    const std::lock_guard lock(m_mutex);
    if (m_tasks.empty()) return {};
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return task;
  }

  const std::size_t m_capacity;
  std::mutex m_mutex;
  std::deque<Task> m_tasks;
};

}  // namespace vitalwall::test
