// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "server/alarm_central.h"
#include "server/counters.h"
#include "server/hub.h"
#include "server/manual_executor.h"
#include "server/session_registry.h"
#include "server/station_session.h"
#include "server/ward.h"
#include "simulation/virtual_beds.h"
#include "simulation/virtual_disk.h"

namespace vitalwall::simulation {

/// One life of the server, all of it in the thread of the history: the product's ward, alarms and
/// sessions on a virtual disk and clock. Its destructor is a kill -9.
class VirtualServer {
 public:
  /// The references must outlive the server.
  VirtualServer(std::uint64_t epoch, VirtualBeds& beds, VirtualDisk& disk, const Clock& clock,
                Dice& dice);
  ~VirtualServer();

  /// A station's new stream.
  std::shared_ptr<server::StationSession> accept(std::shared_ptr<server::ServerStream> stream,
                                                 const std::string& person);

  /// The bytes that answer the question for the directory.
  std::string directory() const;

  /// One tick of 40 ms, and everything that waits.
  void tick();

  /// As SIGTERM: every stream gets its status.
  void shutDown();

  std::vector<Alert> openAlerts(PatientId patient) const;
  AlarmSettings settingsOf(PatientId patient) const;
  std::vector<Order> ordersOf(PatientId patient) const;

 private:
  server::Ward makeWard(VirtualBeds& beds);
  server::SessionContext context();
  void work();

  const Clock& m_clock;
  const VirtualBeds& m_beds;
  test::ManualExecutor m_executor;
  server::ServerCounters m_counters;
  server::ServerLog m_log;
  server::Hub m_hub;
  server::AlarmCentral m_alarms;
  VirtualKeeper m_keeper;
  server::Ward m_ward;
  server::SessionRegistry m_sessions;
};

}  // namespace vitalwall::simulation
