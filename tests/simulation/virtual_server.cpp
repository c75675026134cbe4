// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/virtual_server.h"

#include <utility>

#include "protocol/directory_codec.h"
#include "server/directory.h"
#include "support/undelayed_rules.h"

namespace vitalwall::simulation {
namespace {

std::vector<alarms::MonitoredBed> monitored(const std::vector<Patient>& patients) {
  std::vector<alarms::MonitoredBed> beds;
  for (const auto& patient : patients) beds.push_back({patient, "virtual beds"});
  return beds;
}

}  // namespace

VirtualServer::VirtualServer(std::uint64_t epoch, VirtualBeds& beds, VirtualDisk& disk,
                             const Clock& clock, Dice& dice)
    : m_clock(clock),
      m_beds(beds),
      m_executor(100'000),
      m_log({}, clock),
      m_alarms({epoch, test::undelayedRules(), monitored(beds.patients())}, m_hub, m_log,
               m_counters, clock),
      m_keeper(disk, m_executor, clock, dice),
      m_ward(makeWard(beds)) {
  m_alarms.setKeeper(m_keeper);
  const server::RecordStart start{disk.load(), {}};
  m_ward.restore(start.archive.orders);
  m_alarms.restore(start);
}

VirtualServer::~VirtualServer() {
  m_sessions.clear();
}

server::Ward VirtualServer::makeWard(VirtualBeds& beds) {
  std::vector<std::unique_ptr<Source>> sources;
  sources.push_back(std::make_unique<VirtualSource>(beds));
  auto directory = *server::makeDirectory(sources);
  return {std::move(sources), std::move(directory), m_alarms, m_hub, m_clock, m_log};
}

server::SessionContext VirtualServer::context() {
  return {m_ward, m_alarms, m_executor, m_log, m_counters, m_clock};
}

std::shared_ptr<server::StationSession> VirtualServer::accept(
    std::shared_ptr<server::ServerStream> stream, const std::string& person) {
  auto session = std::make_shared<server::StationSession>(
      context(), std::move(stream),
      server::Peer{server::Dialect::Extended, person, "virtual:" + person});
  m_sessions.add(session);
  session->start();
  return session;
}

std::string VirtualServer::directory() const {
  return protocol::encodeDirectory(m_beds.patients());
}

void VirtualServer::work() {
  m_keeper.work();
  m_executor.runAll();
}

void VirtualServer::tick() {
  work();
  m_ward.tick();
  work();
  m_sessions.endTick();
}

void VirtualServer::shutDown() {
  m_sessions.finishAll(absl::UnavailableError("the server is shutting down"));
}

std::vector<Alert> VirtualServer::openAlerts(PatientId patient) const {
  return m_ward.snapshot(patient, std::nullopt).alerts;
}

AlarmSettings VirtualServer::settingsOf(PatientId patient) const {
  const auto settings = m_ward.snapshot(patient, std::nullopt).settings;
  return settings ? *settings : AlarmSettings{};
}

std::vector<Order> VirtualServer::ordersOf(PatientId patient) const {
  return m_ward.snapshot(patient, std::nullopt).orders;
}

}  // namespace vitalwall::simulation
