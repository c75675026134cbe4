// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "server/alarm_recorder.h"
#include "server/grpc_listener.h"
#include "server/grpc_services.h"
#include "server/server_log.h"

namespace vitalwall::bench {

/// The real server's parts over a FanoutWard, with another clockwork than WardThread's: the next
/// tick comes as soon as every stream has taken the one before. The first comes when all are there.
class EagerServer final : private server::Executor {
 public:
  /// For so many `streams`. `clock` must outlive the server.
  EagerServer(std::size_t patients, std::size_t streams, const Clock& clock);
  ~EagerServer() override;

  /// Begins to serve; HOST:PORT as bound.
  absl::StatusOr<std::string> start();

  const server::ServerCounters& counters() const { return m_counters; }
  /// Thread-safe.
  std::uint64_t ticks() const { return m_ticks; }

 private:
  [[nodiscard]] bool post(Task task) override;
  void run(const std::stop_token& stop);
  void runTasks();
  bool areStreamsReady();
  void tick();

  const std::size_t m_streams;
  server::ServerCounters m_counters;
  server::ServerLog m_log;
  server::Hub m_hub;
  server::AlarmCentral m_alarms;
  server::AlarmRecorder m_recorder;
  server::Ward m_ward;
  server::SessionRegistry m_registry;
  server::MonitorService m_service;
  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::deque<Task> m_tasks;
  std::atomic<std::uint64_t> m_ticks = 0;
  bool m_isAsked = false;           ///< since the last tick
  std::uint64_t m_messages = 0;     ///< written at the last look
  std::uint64_t m_dueMessages = 0;  ///< when so many are written, every stream took the tick
  std::jthread m_thread;
  std::unique_ptr<server::GrpcListener> m_listener;
};

}  // namespace vitalwall::bench
