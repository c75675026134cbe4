// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "simulation/virtual_beds.h"
#include "simulation/virtual_disk.h"
#include "simulation/virtual_server.h"
#include "simulation/virtual_station.h"
#include "support/manual_clock.h"

namespace vitalwall::simulation {

/// One invented stretch of time in a ward, drawn from a seed: patients, people, networks that fail
/// in every way, a server that is killed and stopped, stations that crash, clocks that are set; the
/// product's own client, models, server session and alarm system between them, on a virtual clock.
class WardHistory {
 public:
  explicit WardHistory(std::uint64_t seed);
  ~WardHistory();

  /// `steps` of kStep, then everything is healed and given time to agree. False when something
  /// happened that must not.
  bool run(int steps);

  /// What must not happen and did, and when.
  const std::string& violation() const { return m_violation; }
  /// How often things happened, so that a test can see that they do.
  struct Counts {
    int settled = 0;
    int confirmed = 0;
    int serverLives = 0;
    int stationLives = 0;
    int liveSteps = 0;
    int staleValues = 0;

    Counts& operator+=(const Counts& other);
  };
  const Counts& counts() const { return m_counts; }

  static constexpr milliseconds kStep{100};

 private:
  void step();
  void heal();
  bool isAgreed() const;

  // What happens by chance.
  void befallBeds();
  void befallServer();
  void befallStation(std::unique_ptr<VirtualStation>& station);
  void actAs(VirtualStation& station);
  void startServer();
  void loseServer();
  void startStation(std::unique_ptr<VirtualStation>& station, const std::string& person);

  // What must hold.
  void check(VirtualStation& station);
  void checkFreshness(const VirtualStation& station);
  void checkSettled(const session::CommandProgress& progress, const std::string& person);
  void checkEnd(VirtualStation& station);
  std::string differences(const VirtualStation& station, PatientId patient) const;
  void violate(const std::string& what);

  Dice m_dice;
  const std::shared_ptr<test::ManualClock> m_clock = std::make_shared<test::ManualClock>();
  const SteadyTime m_begin = m_clock->steadyNow();
  VirtualBeds m_beds;
  VirtualDisk m_disk;
  std::unique_ptr<VirtualServer> m_server;
  std::vector<std::unique_ptr<VirtualStation>> m_stations;
  SteadyTime m_frozenUntil{};
  std::optional<SteadyTime> m_stoppingAt;  ///< a server that was told to end does so then
  Counts m_counts;
  std::string m_violation;
};

}  // namespace vitalwall::simulation
