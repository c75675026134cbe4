// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
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

  /// Starts the thread, without ticks. `clock` and `counters` must outlive it.
  WardThread(const Clock& clock, ServerCounters& counters);

  /// Stops.
  ~WardThread() override;

  /// Ends the thread after its task of now; what waits, and what is posted later, is not run.
  void stop();

  [[nodiscard]] bool post(Task task) override;

  /// `onTick` runs on the raster from now on. Call once.
  void startTicking(Task onTick);

 private:
  void run(const std::stop_token& stop);
  /// Waits for a task or for the next tick; an empty task is a tick.
  Task next(const std::stop_token& stop);
  bool awaitTask(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
  SteadyTime following(SteadyTime due);

  const Clock& m_clock;
  ServerCounters& m_counters;
  Task m_onTick;                    ///< the thread itself
  std::optional<SteadyTime> m_due;  ///< of the next tick; the thread itself
  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::deque<Task> m_tasks;
  std::jthread m_thread;
};

}  // namespace vitalwall::server
