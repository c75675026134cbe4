// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "integration/station.h"
#include "server/monitor_server.h"

namespace vitalwall::test {

/// A server over beds with heavy waves, and a real station that reaches it by an address of the
/// test's choice.
class NetworkBench {
 public:
  static constexpr int kBeds = 16;

  NetworkBench();
  ~NetworkBench();

  const std::string& address() const { return m_address; }
  /// Begins to connect to `address`.
  void startStation(const std::string& address);
  integration::Station& station() { return *m_station; }

  /// Of the first bed, which has an alarm while it is high.
  void setTachycardia(bool high);

  /// The station shows every bed live.
  bool isComplete() const;
  /// As the server's metrics say.
  int openStreams() const;
  /// The first bed's heart rate passes for a current one.
  bool isFresh() const;
  std::optional<std::string> acknowledgedBy(AlertId alert) const;

 private:
  const SystemClock m_clock;
  std::atomic<double> m_heartRate;
  std::string m_address;
  std::unique_ptr<server::MonitorServer> m_server;
  std::unique_ptr<integration::Station> m_station;
};

}  // namespace vitalwall::test
