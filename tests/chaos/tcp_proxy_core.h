// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <chrono>
#include <deque>
#include <memory>
#include <vector>

#include "chaos/tcp_proxy.h"

namespace vitalwall::test {

/// One direction of one connection: takes from a socket, gives to another, as its road allows.
class ProxyLane {
 public:
  ProxyLane(QTcpSocket& from, QTcpSocket& to, const Road& road)
      : m_from(from), m_to(to), m_road(road) {}

  /// Moves what may be moved now.
  void work();

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr qint64 kBuffer = 64 * 1024;

  struct Packet {
    Clock::time_point dueAt;
    QByteArray bytes;
  };

  void take();
  qint64 allowance();

  QTcpSocket& m_from;
  QTcpSocket& m_to;
  const Road& m_road;
  std::deque<Packet> m_underWay;
  qint64 m_bytesUnderWay = 0;
  Clock::time_point m_paidUntil = Clock::now();
};

/// The proxy's half in its own thread.
class ProxyCore : public QObject {
  Q_OBJECT

 public:
  ProxyCore(QString host, quint16 port);

  void start();
  quint16 port() const { return m_server->serverPort(); }
  int connections() const { return m_connections; }
  void setUp(const Road& road) { m_up = road; }
  void setDown(const Road& road) { m_down = road; }
  void reset();

 private:
  /// Both sockets of a connection and its two lanes.
  struct Pair {
    std::unique_ptr<QTcpSocket> station;
    std::unique_ptr<QTcpSocket> server;
    std::unique_ptr<ProxyLane> up;
    std::unique_ptr<ProxyLane> down;
  };

  void accept();
  void work();
  static bool isDead(const Pair& pair);

  const QString m_host;
  const quint16 m_port;
  std::unique_ptr<QTcpServer> m_server;
  std::unique_ptr<QTimer> m_timer;
  std::vector<Pair> m_pairs;
  Road m_up;
  Road m_down;
  int m_connections = 0;
};

}  // namespace vitalwall::test
