// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <absl/status/statusor.h>

#include "alarms/unit_rules.h"
#include "domain/opened_record.h"
#include "domain/source.h"
#include "server/counters.h"
#include "server/listen_address.h"
#include "server/server_log.h"

namespace vitalwall::server {

struct MonitorServerOptions {
  std::string listen = "127.0.0.1:0";  ///< HOST:PORT, loopback only; port 0: the system chooses
  std::size_t maxPatientsPerStream = 1000;
  alarms::UnitRules rules = alarms::factoryRules();
  /// Opens the alarm record. Without one every alarm is published as not recorded.
  RecordOpener record{};
  LogSink log;  ///< called from any thread; may be empty
};

/// The monitor server: sources in, patients' streams out. Runs in vitalwalld, and embedded in the
/// station when it has no server. Call its methods from one thread.
class MonitorServer {
 public:
  /// Takes the sources over. `clock` must outlive the server.
  MonitorServer(MonitorServerOptions options, std::vector<std::unique_ptr<Source>> sources,
                const Clock& clock);

  /// Stops.
  ~MonitorServer();

  MonitorServer(const MonitorServer&) = delete;
  MonitorServer& operator=(const MonitorServer&) = delete;

  /// Begins to measure and to serve; returns HOST:PORT as bound. Call once. InvalidArgument for an
  /// address that is not taken or sources that do not fit together, Unavailable when the address
  /// is in use.
  absl::StatusOr<std::string> start();

  /// Tells those who watch its health that it stops serving, ends every stream with UNAVAILABLE
  /// "the server is shutting down" and waits for them, at most about half a second. May be called
  /// more than once.
  void stop();

  const ServerCounters& counters() const;

  /// For Prometheus; see metricsText(). Between start() and stop(), any thread.
  std::string metrics() const;

 private:
  class Running;

  absl::StatusOr<std::string> begin(const ListenAddress& address);

  MonitorServerOptions m_options;
  std::vector<std::unique_ptr<Source>> m_sources;
  const Clock& m_clock;
  ServerCounters m_counters;
  ServerLog m_log;
  std::unique_ptr<Running> m_running;
};

}  // namespace vitalwall::server
