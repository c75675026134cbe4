// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "domain/clock.h"
#include "server/fake_server_stream.h"
#include "simulation/dice.h"
#include "simulation/virtual_server.h"
#include "stream/monitor_stream.h"

namespace vitalwall::simulation {

/// How a station's network is at a moment.
struct Weather {
  bool carriesUp = true;    ///< to the server
  bool carriesDown = true;  ///< to the station
  int leastDelayMs = 0;
  int mostDelayMs = 20;
  std::size_t windowBytes = 64 * 1024;  ///< under way to the station; then the server must wait
  bool serverRuns = true;               ///< false: its process is stopped and answers nothing

  bool isUpOpen() const { return carriesUp && serverRuns; }
  bool isDownOpen() const { return carriesDown && serverRuns; }
};

/// One stream on a virtual network: the station's end is a MonitorStream, the server's a
/// FakeServerStream. As TCP: order is kept, nothing is doubled, and what is under way when the
/// connection breaks is lost. A direction that carries nothing for kKeepalive breaks it on both
/// sides.
class VirtualLink final : public stream::MonitorStream {
 public:
  static constexpr milliseconds kKeepalive{3000};

  /// The references must outlive the link, `weather` may change.
  VirtualLink(std::string person, const Weather& weather, const Clock& clock, Dice& dice);

  void start(std::shared_ptr<stream::StreamObserver> observer) override;
  void write(std::string bytes) override;
  void halfClose() override { m_isHalfClosed = true; }
  void cancel() override { m_isCancelled = true; }

  /// Lets everything happen that is due. `server` may be null: nobody is there.
  void work(VirtualServer* server);

  /// The connection breaks at once, with all that is under way.
  void breakOff(const char* why);
  /// The server died and cannot be told any more.
  void loseServer();

  bool isOver() const { return m_isOver; }
  /// What the server's half did against its contract.
  std::vector<std::string> breaches() const { return m_server->breaches(); }

 private:
  struct Packet {
    SteadyTime dueAt{};
    std::string bytes;
  };
  using Packets = std::deque<Packet>;

  void carryUp();
  void carryDown();
  void takeFromServer();
  void endIfFinished();
  void watchKeepalive();
  void tellServerOfTheEnd();
  void tellStationOfTheEnd(const absl::Status& status);
  SteadyTime arrival(const Packets& before) const;

  const std::string m_person;
  const Weather& m_weather;
  const Clock& m_clock;
  Dice& m_dice;
  const std::shared_ptr<test::FakeServerStream> m_server;
  std::shared_ptr<stream::StreamObserver> m_observer;
  std::shared_ptr<server::StationSession> m_session;
  std::optional<std::string> m_written;  ///< the station's write in flight
  Packets m_up;
  Packets m_down;
  std::size_t m_bytesDown = 0;
  SteadyTime m_startedAt{};
  SteadyTime m_carriedAt{};  ///< when both directions worked last
  bool m_isHalfClosed = false;
  bool m_isHalfCloseTold = false;
  bool m_isGreeted = false;
  bool m_isCancelled = false;
  bool m_isOver = false;
};

}  // namespace vitalwall::simulation
