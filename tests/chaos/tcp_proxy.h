// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace vitalwall::test {

/// What a proxy does to the bytes of one direction.
struct Road {
  std::chrono::milliseconds delay{0};
  std::int64_t bytesPerSecond = 0;  ///< 0: as fast as they come
  bool isBlocked = false;           ///< nothing passes, and nobody is told
};

class ProxyCore;

/// A network between a station and a server on this machine, as bad as the test wants it. What is
/// under way waits in bounded buffers, so that a slow or blocked road makes the sender wait, as a
/// network does. All methods: any thread.
class TcpProxy {
 public:
  /// Leads to `target`, HOST:PORT; connections that the target refuses are closed.
  explicit TcpProxy(const std::string& target);
  ~TcpProxy();

  /// HOST:PORT of this end.
  const std::string& address() const { return m_address; }

  void setUp(const Road& road);    ///< from the station to the server
  void setDown(const Road& road);  ///< from the server to the station
  void setBoth(const Road& road);

  /// Breaks every connection with RST on both sides.
  void reset();

  /// Connections that were made so far.
  int connections() const;

 private:
  QThread m_thread;
  ProxyCore* m_core;  ///< lives in m_thread
  std::string m_address;
};

}  // namespace vitalwall::test
