// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "apps/vitalwall/watch_keeper.h"
#include "models/ward.h"
#include "session/monitor_client.h"
#include "simulation/virtual_network.h"
#include "support/manual_clock.h"

namespace vitalwall::simulation {

/// One life of a station, all of it in the thread of the history: the product's client and models
/// on a virtual network, and what its user did. Its destructor is a crash.
class VirtualStation {
 public:
  /// `dice` must outlive the station.
  VirtualStation(const std::string& person, std::shared_ptr<test::ManualClock> clock, Dice& dice);
  ~VirtualStation();

  const std::string& person() const { return m_person; }
  const models::Ward& ward() const { return m_ward; }
  bool isLive() const { return m_ward.link().status().phase == models::LinkPhase::Live; }
  Weather& weather() { return m_weather; }
  VirtualNetwork& network() { return *m_network; }

  /// What its user does.
  void send(CommandBody command);

  /// Everything that is due.
  void work(VirtualServer* server);

  /// What became of the user's commands.
  const std::map<CommandId, session::CommandProgress>& commands() const { return m_commands; }
  /// The commands that were settled since the last call.
  std::vector<session::CommandProgress> takeSettled() { return std::exchange(m_settled, {}); }

  /// What the station was told and must not have been; empty if all is well.
  const std::string& violation() const { return m_violation; }

 private:
  session::ClientOptions options();
  void connectModels();
  void note(const Alert& alert);
  void note(const session::CommandProgress& progress);

  const std::string m_person;
  const std::shared_ptr<test::ManualClock> m_clock;
  Dice& m_dice;
  Weather m_weather;
  const std::shared_ptr<VirtualNetwork> m_network;
  models::Ward m_ward;
  session::MonitorClient m_client;
  station::WatchKeeper m_watch;
  std::map<CommandId, session::CommandProgress> m_commands;
  std::vector<session::CommandProgress> m_settled;
  std::map<AlertId, std::uint64_t> m_revisions;
  std::string m_violation;
};

}  // namespace vitalwall::simulation
