// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ward_gate.h"

#include <mutex>
#include <utility>
#include <vector>

namespace vitalwall::server {

class WardGate::Queue {
 public:
  void push(Executor::Task task) {
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
  }

  void runAll() {
    for (const auto& task : takeAll()) task();
  }

 private:
  std::vector<Executor::Task> takeAll() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_tasks, {});
  }

  std::mutex m_mutex;
  std::vector<Executor::Task> m_tasks;
};

WardGate::WardGate(Executor& ward) : m_ward(ward), m_queue(std::make_shared<Queue>()) {}

WardGate::~WardGate() = default;

void WardGate::post(Executor::Task task) {
  m_queue->push(std::move(task));
  [[maybe_unused]] const bool isTaken = m_ward.post([queue = std::weak_ptr(m_queue)] {
    if (const auto open = queue.lock()) open->runAll();
  });
}

void WardGate::runAll() {
  m_queue->runAll();
}

}  // namespace vitalwall::server
