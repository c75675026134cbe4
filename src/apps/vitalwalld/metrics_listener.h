// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QThread>
#include <memory>
#include <string>

#include <absl/status/statusor.h>

#include "apps/vitalwalld/metrics_http.h"
#include "server/listen_address.h"

namespace vitalwall::daemon {

/// Serves /metrics by HTTP to collectors on this machine, in a thread of its own: a collector can
/// neither delay nor be delayed by the monitoring.
class MetricsListener {
 public:
  /// `text` is called in that thread. Unavailable if the address cannot be listened on.
  static absl::StatusOr<std::unique_ptr<MetricsListener>> open(const server::ListenAddress& address,
                                                               MetricsText text);
  ~MetricsListener();

  /// HOST:PORT as bound.
  const std::string& address() const { return m_address; }

 private:
  explicit MetricsListener(MetricsText text);
  absl::Status listen(const server::ListenAddress& address);

  QThread m_thread;
  std::unique_ptr<QTcpServer> m_server;  ///< lives in m_thread
  std::string m_address;
};

}  // namespace vitalwall::daemon
