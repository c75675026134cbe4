// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/monitor_server.h"

#include <utility>

#include "domain/concat.h"
#include "protocol/directory_codec.h"
#include "server/directory.h"
#include "server/grpc_listener.h"
#include "server/grpc_services.h"
#include "server/listen_address.h"
#include "server/session_registry.h"
#include "server/ward_thread.h"

namespace vitalwall::server {

/// Everything that exists only while the server runs. Built from the ward outwards, so that it is
/// taken down from the streams inwards.
class MonitorServer::Running {
 public:
  Running(MonitorServer& server, std::vector<Patient> directory)
      : m_ward(std::move(server.m_sources), directory,
               static_cast<std::uint64_t>(toUnixMillis(server.m_clock.wallNow())), m_limits,
               server.m_clock, server.m_log),
        m_desk(m_ward, server.m_counters),
        m_thread(
            std::make_unique<WardThread>([this] { tick(); }, server.m_clock, server.m_counters)),
        m_monitor({m_ward, m_desk, *m_thread, server.m_log, server.m_counters, server.m_clock,
                   server.m_options.maxPatientsPerStream},
                  m_registry),
        m_directory(protocol::encodeDirectory(directory)) {}

  ~Running() {
    m_registry.finishAll(absl::UnavailableError("the server is shutting down"));
    m_listener.reset();
    m_thread.reset();
    m_registry.clear();
  }

  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  absl::StatusOr<std::string> listen(const ListenAddress& address) {
    auto listener = GrpcListener::open(address, {&m_monitor, &m_directory});
    if (!listener.ok()) return listener.status();
    m_listener = std::move(*listener);
    return m_listener->address();
  }

 private:
  void tick() {
    m_ward.tick();
    m_registry.endTick();
  }

  const alarms::DefaultLimits m_limits;
  Ward m_ward;
  AcknowledgeDesk m_desk;
  SessionRegistry m_registry;
  std::unique_ptr<WardThread> m_thread;
  MonitorService m_monitor;
  DirectoryService m_directory;
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
  m_running = std::make_unique<Running>(*this, std::move(*directory));
  auto bound = m_running->listen(*address);
  if (!bound.ok()) {
    m_running.reset();
    return bound;
  }
  m_log.write(concat("serving ", patients, " patients on ", *bound));
  return bound;
}

void MonitorServer::stop() {
  if (!m_running) return;
  m_running.reset();
  m_log.write("stopped: " + describe(m_counters));
}

const ServerCounters& MonitorServer::counters() const {
  return m_counters;
}

}  // namespace vitalwall::server
