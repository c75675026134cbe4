// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ward_thread.h"

#include <utility>

namespace vitalwall::server {

WardThread::WardThread(Task onTick, const Clock& clock, ServerCounters& counters)
    : m_onTick(std::move(onTick)),
      m_clock(clock),
      m_counters(counters),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

WardThread::~WardThread() {
  m_thread.request_stop();
  m_thread.join();
}

bool WardThread::post(Task task) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_tasks.size() >= kCapacity) {
      ++m_counters.refusedTasks;
      return false;
    }
    m_tasks.push_back(std::move(task));
  }
  m_wake.notify_one();
  return true;
}

void WardThread::run(const std::stop_token& stop) {
  SteadyTime due = m_clock.steadyNow();
  while (!stop.stop_requested()) {
    if (const Task task = next(stop, due)) {
      task();
      continue;
    }
    if (stop.stop_requested()) return;
    m_onTick();
    due = following(due);
  }
}

/// A tick that is due goes before waiting tasks, so that no flood of them can starve it.
Executor::Task WardThread::next(const std::stop_token& stop, SteadyTime due) {
  std::unique_lock lock(m_mutex);
  const auto wait = due - m_clock.steadyNow();
  if (wait <= SteadyTime::duration::zero()) return {};
  if (!m_wake.wait_for(lock, stop, wait, [this] { return !m_tasks.empty(); })) return {};
  Task task = std::move(m_tasks.front());
  m_tasks.pop_front();
  return task;
}

SteadyTime WardThread::following(SteadyTime due) {
  const SteadyTime now = m_clock.steadyNow();
  due += kTick;
  if (now - due < kTick * kMaxLateTicks) return due;
  const auto skipped = (now - due) / kTick;
  m_counters.skippedTicks += static_cast<std::uint64_t>(skipped);
  return due + kTick * skipped;
}

}  // namespace vitalwall::server
