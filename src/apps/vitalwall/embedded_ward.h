// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

#include <absl/status/statusor.h>

#include "apps/ward/ward_sources.h"
#include "server/monitor_server.h"

namespace vitalwall::station {

/// A monitor server in this process, for a station that was given none: the same server, the same
/// stream, only on a port that the system chose. Stops when destroyed.
class EmbeddedWard {
 public:
  /// Opens the sources and serves them. `clock` must outlive the ward. Errors as those of
  /// openWard() and MonitorServer::start().
  static absl::StatusOr<std::unique_ptr<EmbeddedWard>> start(const WardSpec& spec,
                                                             const Clock& clock);

  /// HOST:PORT.
  const QString& address() const { return m_address; }

  /// What the user should know of the sources, such as recordings that cannot be played.
  const std::vector<std::string>& notices() const { return m_notices; }

 private:
  EmbeddedWard(std::unique_ptr<server::MonitorServer> server, QString address,
               std::vector<std::string> notices);

  std::unique_ptr<server::MonitorServer> m_server;
  QString m_address;
  std::vector<std::string> m_notices;
};

}  // namespace vitalwall::station
