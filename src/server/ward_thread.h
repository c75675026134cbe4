// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "domain/clock.h"
#include "server/counters.h"
#include "server/executor.h"

namespace vitalwall::server {

/// The one thread on which a ward lives: tasks at once, and a tick on a fixed raster. A tick that
/// comes late does not shift the later ones; when more than kMaxLateTicks are due they are skipped
/// and counted, since sources catch up by themselves.
class WardThread final : public Executor {
 public:
  static constexpr std::chrono::milliseconds kTick{40};
  static constexpr int kMaxLateTicks = 3;
  static constexpr std::size_t kCapacity = 65'536;

  /// Starts the thread. `clock` and `counters` must outlive it.
  WardThread(Task onTick, const Clock& clock, ServerCounters& counters);

  /// Stops; what waits is not run.
  ~WardThread() override;

  [[nodiscard]] bool post(Task task) override;

 private:
  void run(const std::stop_token& stop);
  /// Waits for a task or for `due`; an empty task is a tick.
  Task next(const std::stop_token& stop, SteadyTime due);
  SteadyTime following(SteadyTime due);

  const Task m_onTick;
  const Clock& m_clock;
  ServerCounters& m_counters;
  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::deque<Task> m_tasks;
  std::jthread m_thread;
};

}  // namespace vitalwall::server
