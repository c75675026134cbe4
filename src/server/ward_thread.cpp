// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ward_thread.h"

#include <utility>

namespace vitalwall::server {

WardThread::WardThread(const Clock& clock, ServerCounters& counters)
    : m_clock(clock),
      m_counters(counters),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

WardThread::~WardThread() {
  stop();
}

void WardThread::stop() {
  m_thread.request_stop();
  if (m_thread.joinable()) m_thread.join();
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

void WardThread::startTicking(Task onTick) {
  // An empty queue takes it, and what only the thread itself touches needs no lock.
  [[maybe_unused]] const bool isTaken = post([this, onTick = std::move(onTick)] {
    m_onTick = onTick;
    m_due = m_clock.steadyNow();
  });
}

void WardThread::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (const Task task = next(stop)) {
      task();
      continue;
    }
    if (stop.stop_requested()) return;
    m_onTick();
    m_due = following(*m_due);
  }
}

/// A tick that is due goes before waiting tasks, so that no flood of them can starve it.
Executor::Task WardThread::next(const std::stop_token& stop) {
  std::unique_lock lock(m_mutex);
  if (!awaitTask(lock, stop)) return {};
  Task task = std::move(m_tasks.front());
  m_tasks.pop_front();
  return task;
}

bool WardThread::awaitTask(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
  const auto isWaiting = [this] { return !m_tasks.empty(); };
  if (!m_due) return m_wake.wait(lock, stop, isWaiting);
  const auto left = *m_due - m_clock.steadyNow();
  return left > SteadyTime::duration::zero() && m_wake.wait_for(lock, stop, left, isWaiting);
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
