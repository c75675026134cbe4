// SPDX-License-Identifier: GPL-3.0-or-later
#include "chaos/tcp_proxy_core.h"

#include <sys/socket.h>

#include <QHostAddress>
#include <algorithm>
#include <utility>

namespace vitalwall::test {
namespace {

using namespace std::chrono_literals;

constexpr auto kStep = 2ms;

/// The peer gets RST instead of FIN.
void breakOff(QTcpSocket& socket) {
  const linger atOnce{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
               sizeof atOnce);
  socket.abort();
}

}  // namespace

void ProxyLane::work() {
  if (m_road.isBlocked) return;
  take();
  auto allowed = std::min(allowance(), kBuffer - m_to.bytesToWrite());
  while (allowed > 0 && !m_underWay.empty() && m_underWay.front().dueAt <= Clock::now()) {
    auto& bytes = m_underWay.front().bytes;
    const auto part = std::min<qint64>(allowed, bytes.size());
    m_to.write(bytes.constData(), part);
    if (m_road.bytesPerSecond > 0)
      m_paidUntil += std::chrono::microseconds(part * 1'000'000 / m_road.bytesPerSecond);
    m_bytesUnderWay -= part;
    allowed -= part;
    bytes.remove(0, part);
    if (bytes.isEmpty()) m_underWay.pop_front();
  }
}

void ProxyLane::take() {
  const auto room = kBuffer - m_bytesUnderWay;
  auto bytes = room > 0 ? m_from.read(room) : QByteArray();
  if (bytes.isEmpty()) return;
  m_bytesUnderWay += bytes.size();
  m_underWay.push_back({Clock::now() + m_road.delay, std::move(bytes)});
}

qint64 ProxyLane::allowance() {
  if (m_road.bytesPerSecond == 0) return kBuffer;
  constexpr auto kBurst = 20ms;  // what a timer that comes late may make up for
  m_paidUntil = std::max(m_paidUntil, Clock::now() - kBurst);
  const auto unpaid =
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_paidUntil);
  return unpaid.count() * m_road.bytesPerSecond / 1'000'000;
}

ProxyCore::ProxyCore(QString host, quint16 port) : m_host(std::move(host)), m_port(port) {}

void ProxyCore::start() {
  m_server = std::make_unique<QTcpServer>();
  connect(m_server.get(), &QTcpServer::newConnection, this, &ProxyCore::accept);
  m_server->listen(QHostAddress::LocalHost);
  m_timer = std::make_unique<QTimer>();
  m_timer->setTimerType(Qt::PreciseTimer);
  connect(m_timer.get(), &QTimer::timeout, this, &ProxyCore::work);
  m_timer->start(kStep);
}

void ProxyCore::accept() {
  while (auto* accepted = m_server->nextPendingConnection()) {
    accepted->setParent(nullptr);
    Pair pair{std::unique_ptr<QTcpSocket>(accepted), std::make_unique<QTcpSocket>(), {}, {}};
    for (auto* socket : {pair.station.get(), pair.server.get()}) socket->setReadBufferSize(65'536);
    pair.server->connectToHost(m_host, m_port);
    pair.up = std::make_unique<ProxyLane>(*pair.station, *pair.server, m_up);
    pair.down = std::make_unique<ProxyLane>(*pair.server, *pair.station, m_down);
    m_pairs.push_back(std::move(pair));
    ++m_connections;
  }
}

void ProxyCore::work() {
  for (auto& pair : m_pairs) {
    if (pair.server->state() == QAbstractSocket::ConnectedState) pair.up->work();
    pair.down->work();
  }
  std::erase_if(m_pairs, isDead);
}

bool ProxyCore::isDead(const Pair& pair) {
  const auto isOpen = [](const QTcpSocket& socket) {
    return socket.state() == QAbstractSocket::ConnectedState ||
           socket.state() == QAbstractSocket::ConnectingState ||
           socket.state() == QAbstractSocket::HostLookupState;
  };
  return !isOpen(*pair.station) || (!isOpen(*pair.server) && pair.server->bytesAvailable() == 0);
}

void ProxyCore::reset() {
  for (auto& pair : m_pairs) {
    breakOff(*pair.station);
    breakOff(*pair.server);
  }
  m_pairs.clear();
}

}  // namespace vitalwall::test
