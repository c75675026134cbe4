// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor_server.h"

#include <random>
#include <utility>

#include "domain/concat.h"
#include "protocol/directory_codec.h"
#include "server/alarm_recorder.h"
#include "server/directory.h"
#include "server/grpc_listener.h"
#include "server/grpc_services.h"
#include "server/listen_address.h"
#include "server/metrics_text.h"
#include "server/session_registry.h"
#include "server/ward_thread.h"

namespace vitalwall::server {

namespace {

absl::StatusOr<OpenedRecord> openNothing() {
  return absl::NotFoundError("no place for the alarm record is given, so no alarm is recorded");
}

/// Each patient of `directory` with the name of the source that measures it.
std::vector<alarms::MonitoredBed> bedsOf(const std::vector<Patient>& directory,
                                         std::span<const std::unique_ptr<Source>> sources) {
  std::map<PatientId, std::string> names;
  for (const auto& source : sources)
    for (const auto& patient : source->patients()) names.emplace(patient.id, source->name());
  std::vector<alarms::MonitoredBed> beds;
  beds.reserve(directory.size());
  for (const auto& patient : directory) beds.push_back({patient, names.at(patient.id)});
  return beds;
}

/// Names this run. Two servers of one installation may start in the same millisecond, and no
/// station must ever take the numbers of the one for those of the other.
std::uint64_t newEpoch(WallTime now) {
  const std::uint16_t chance = static_cast<std::uint16_t>(std::random_device{}());
  return (static_cast<std::uint64_t>(toUnixMillis(now)) << 16U) | chance;
}

/// A server that cannot have its record because it was set up wrongly must not start; one whose
/// disk fails must monitor all the same.
bool isMistakeOfSetup(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsFailedPrecondition(status);
}

}  // namespace

/// Everything that exists only while the server runs. Built from the ward thread outwards, so that
/// it is taken down from the streams inwards.
class MonitorServer::Running {
 public:
  Running(MonitorServer& server, const std::vector<Patient>& directory)
      : m_patients(directory.size()),
        m_startedAt(server.m_clock.steadyNow()),
        m_thread(server.m_clock, server.m_counters),
        m_alarms({newEpoch(server.m_clock.wallNow()), server.m_options.rules,
                  bedsOf(directory, server.m_sources)},
                 m_hub, server.m_log, server.m_counters, server.m_clock),
        m_recorder(server.m_options.record ? server.m_options.record : openNothing, m_thread,
                   server.m_clock, m_alarms),
        m_ward(std::move(server.m_sources), directory, m_alarms, m_hub, server.m_clock,
               server.m_log),
        m_monitor({m_ward, m_alarms, m_thread, server.m_log, server.m_counters, server.m_clock,
                   server.m_options.maxPatientsPerStream},
                  m_registry),
        m_directory(protocol::encodeDirectory(directory)),
        m_history(m_recorder, m_thread) {
    m_alarms.setKeeper(m_recorder);
  }

  ~Running() {
    if (m_listener) m_listener->announceEnd();
    m_registry.finishAll(absl::UnavailableError("the server is shutting down"));
    m_listener.reset();
    m_thread.stop();
    m_registry.clear();
  }

  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// Goes on where the record ends, and begins to monitor.
  absl::Status begin() {
    auto start = m_recorder.open();
    if (!start.ok() && isMistakeOfSetup(start.status())) return start.status();
    if (start.ok()) restore(std::move(*start));
    m_thread.startTicking([this] { tick(); });
    return absl::OkStatus();
  }

  ServerGauges gauges(SteadyTime now) const {
    return {m_patients, m_registry.size(),
            std::chrono::duration<double>(now - m_startedAt).count()};
  }

  absl::StatusOr<std::string> listen(const ListenAddress& address) {
    auto listener = GrpcListener::open(address, {&m_monitor, &m_directory, &m_history});
    if (!listener.ok()) return listener.status();
    m_listener = std::move(*listener);
    return m_listener->address();
  }

 private:
  void restore(RecordStart start) {
    [[maybe_unused]] const bool isTaken = m_thread.post([this, start = std::move(start)] {
      m_ward.restore(start.archive.orders);
      m_alarms.restore(start);
    });
  }

  void tick() {
    m_ward.tick();
    m_registry.endTick();
  }

  const std::size_t m_patients;
  const SteadyTime m_startedAt;
  Hub m_hub;
  WardThread m_thread;
  AlarmCentral m_alarms;
  AlarmRecorder m_recorder;
  Ward m_ward;
  SessionRegistry m_registry;
  MonitorService m_monitor;
  DirectoryService m_directory;
  AlarmHistoryService m_history;
  std::unique_ptr<GrpcListener> m_listener;
};

MonitorServer::MonitorServer(MonitorServerOptions options,
                             std::vector<std::unique_ptr<Source>> sources, const Clock& clock)
    : m_options(std::move(options)),
      m_sources(std::move(sources)),
      m_clock(clock),
      m_log(m_options.log, clock) {}

MonitorServer::~MonitorServer() {
  stop();
}

absl::StatusOr<std::string> MonitorServer::start() {
  const auto address = parseListenAddress(m_options.listen);
  if (!address.ok()) return address.status();
  auto directory = makeDirectory(m_sources);
  if (!directory.ok()) return directory.status();
  const std::size_t patients = directory->size();
  m_running = std::make_unique<Running>(*this, *directory);
  auto bound = begin(*address);
  if (!bound.ok()) {
    m_running.reset();
    return bound;
  }
  m_log.write(concat("serving ", patients, " patients on ", *bound));
  return bound;
}

absl::StatusOr<std::string> MonitorServer::begin(const ListenAddress& address) {
  if (const auto status = m_running->begin(); !status.ok()) return status;
  return m_running->listen(address);
}

void MonitorServer::stop() {
  if (!m_running) return;
  m_running.reset();
  m_log.write("stopped: " + describe(m_counters));
}

const ServerCounters& MonitorServer::counters() const {
  return m_counters;
}

std::string MonitorServer::metrics() const {
  return metricsText(m_counters, m_running->gauges(m_clock.steadyNow()));
}

}  // namespace vitalwall::server
