// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_fanout_eager.h"

#include <utility>

#include "bench/bench_fanout_ward.h"
#include "storage/alarm_record.h"

namespace vitalwall::bench {
namespace {

/// How often the thread looks whether the streams are ready: rarely enough to cost nothing.
constexpr std::chrono::microseconds kLook{100};

std::vector<std::unique_ptr<Source>> sourcesOf(std::size_t patients) {
  std::vector<std::unique_ptr<Source>> sources;
  sources.push_back(std::make_unique<FanoutWard>(patients));
  return sources;
}

std::vector<alarms::MonitoredBed> bedsOf(std::size_t patients) {
  const FanoutWard ward(patients);
  std::vector<alarms::MonitoredBed> beds;
  for (const auto& patient : ward.patients()) beds.push_back({patient, "fan-out"});
  return beds;
}

}  // namespace

EagerServer::EagerServer(std::size_t patients, std::size_t streams, const Clock& clock)
    : m_streams(streams),
      m_log({}, clock),
      m_alarms({1, alarms::factoryRules(), bedsOf(patients)}, m_hub, m_log, m_counters, clock),
      m_recorder(storage::openMemoryRecord, *this, clock, m_alarms),
      m_ward(sourcesOf(patients), FanoutWard(patients).patients(), m_alarms, m_hub, clock, m_log),
      m_service({m_ward, m_alarms, *this, m_log, m_counters, clock}, m_registry) {}

EagerServer::~EagerServer() {
  m_registry.finishAll(absl::UnavailableError("the server is shutting down"));
  m_listener.reset();
  m_thread.request_stop();
  if (m_thread.joinable()) m_thread.join();
  m_registry.clear();
}

absl::StatusOr<std::string> EagerServer::start() {
  m_alarms.setKeeper(m_recorder);
  if (const auto record = m_recorder.open(); !record.ok()) return record.status();
  auto listener =
      server::GrpcListener::open(*server::parseListenAddress("127.0.0.1:0"), {&m_service});
  if (!listener.ok()) return listener.status();
  m_listener = std::move(*listener);
  m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
  return m_listener->address();
}

bool EagerServer::post(Task task) {
  {
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
  }
  m_wake.notify_one();
  return true;
}

void EagerServer::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    runTasks();
    if (areStreamsReady()) tick();
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, kLook, [this] { return !m_tasks.empty(); });
  }
}

void EagerServer::runTasks() {
  std::deque<Task> tasks;
  {
    const std::lock_guard lock(m_mutex);
    tasks.swap(m_tasks);
  }
  for (const auto& task : tasks) task();
  m_isAsked = m_isAsked || !tasks.empty();
}

/// After requests also quiet: their answers are messages, too.
bool EagerServer::areStreamsReady() {
  const std::uint64_t messages = m_counters.messages;
  const bool isQuiet = std::exchange(m_messages, messages) == messages;
  return messages >= m_dueMessages && (isQuiet || !m_isAsked) && m_registry.size() >= m_streams;
}

void EagerServer::tick() {
  m_isAsked = false;
  m_dueMessages = m_counters.messages + m_streams;
  m_ward.tick();
  m_registry.endTick();
  ++m_ticks;
}

}  // namespace vitalwall::bench
