// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/virtual_link.h"

#include <algorithm>
#include <utility>

#include "protocol/metadata.h"

namespace vitalwall::simulation {

VirtualLink::VirtualLink(std::string person, const Weather& weather, const Clock& clock, Dice& dice)
    : m_person(std::move(person)),
      m_weather(weather),
      m_clock(clock),
      m_dice(dice),
      m_server(std::make_shared<test::FakeServerStream>()),
      m_startedAt(clock.steadyNow()),
      m_carriedAt(m_startedAt) {}

void VirtualLink::start(std::shared_ptr<stream::StreamObserver> observer) {
  m_observer = std::move(observer);
}

void VirtualLink::write(std::string bytes) {
  if (!m_isOver) m_written = std::move(bytes);
}

void VirtualLink::work(VirtualServer* server) {
  if (m_isOver || !m_observer) return;
  if (m_isCancelled) return breakOff("cancelled here");
  if (!m_session && !server) return breakOff("connection refused");
  if (!m_session && m_weather.isUpOpen() && m_weather.isDownOpen())
    m_session = server->accept(m_server, m_person);
  watchKeepalive();
  if (m_isOver || !m_session) return;
  carryUp();
  takeFromServer();
  carryDown();
  endIfFinished();
}

SteadyTime VirtualLink::arrival(const Packets& before) const {
  const auto due =
      m_clock.steadyNow() + m_dice.between(m_weather.leastDelayMs, m_weather.mostDelayMs);
  return before.empty() ? due : std::max(due, before.back().dueAt);
}

void VirtualLink::carryUp() {
  if (m_written) {
    m_up.push_back({arrival(m_up), *std::exchange(m_written, std::nullopt)});
    m_observer->onWritten(true);
  }
  while (m_weather.isUpOpen() && !m_up.empty() && m_up.front().dueAt <= m_clock.steadyNow() &&
         m_server->takeRead()) {
    const auto packet = std::move(m_up.front());
    m_up.pop_front();
    m_session->onMessage(packet.bytes);
  }
  const bool isAllUp = m_up.empty() && !m_written;
  if (m_isHalfClosed && isAllUp && !m_isHalfCloseTold && m_server->takeRead()) {
    m_isHalfCloseTold = true;
    m_session->onHalfClosed();
  }
}

void VirtualLink::takeFromServer() {
  while (m_weather.serverRuns && m_bytesDown < m_weather.windowBytes) {
    auto bytes = m_server->takeWrite();
    if (!bytes) return;
    m_bytesDown += bytes->size();
    m_down.push_back({arrival(m_down), std::move(*bytes)});
    m_session->onWritten(true);
  }
}

void VirtualLink::carryDown() {
  if (!m_weather.isDownOpen()) return;
  if (!std::exchange(m_isGreeted, true))
    m_observer->onMetadata({{std::string(protocol::kExtensionKey), "1"}});
  while (!m_down.empty() && m_down.front().dueAt <= m_clock.steadyNow()) {
    const auto packet = std::move(m_down.front());
    m_down.pop_front();
    m_bytesDown -= packet.bytes.size();
    m_observer->onMessage(packet.bytes);
  }
}

void VirtualLink::endIfFinished() {
  const auto status = m_server->finished();
  if (!status || m_server->isWriting() || !m_down.empty()) return;
  m_session->onDone();
  m_session.reset();
  tellStationOfTheEnd(*status);
}

void VirtualLink::watchKeepalive() {
  const auto now = m_clock.steadyNow();
  if (m_session && m_weather.isUpOpen() && m_weather.isDownOpen()) m_carriedAt = now;
  if (now - m_carriedAt >= kKeepalive) breakOff("no answer to the keepalive");
}

void VirtualLink::breakOff(const char* why) {
  if (m_isOver || !m_observer) return;
  tellServerOfTheEnd();
  tellStationOfTheEnd(m_isCancelled ? absl::CancelledError(why) : absl::UnavailableError(why));
}

void VirtualLink::loseServer() {
  m_session.reset();
  breakOff("connection reset");
}

void VirtualLink::tellServerOfTheEnd() {
  if (!m_session) return;
  m_session->onCancelled();
  if (m_server->takeWrite()) m_session->onWritten(false);
  m_session->onDone();
  m_session.reset();
}

void VirtualLink::tellStationOfTheEnd(const absl::Status& status) {
  m_isOver = true;
  if (std::exchange(m_written, std::nullopt)) m_observer->onWritten(false);
  std::exchange(m_observer, nullptr)->onDone(status);
}

}  // namespace vitalwall::simulation
