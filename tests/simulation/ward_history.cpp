// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/ward_history.h"

#include <algorithm>

namespace vitalwall::simulation {
namespace {

using namespace std::chrono_literals;

constexpr const char* kPeople[] = {"Ana Ruiz", "Bo Lind", "Dr. Weber"};
constexpr int kStepsToAgree = 300;

}  // namespace

WardHistory::Counts& WardHistory::Counts::operator+=(const Counts& other) {
  settled += other.settled;
  confirmed += other.confirmed;
  serverLives += other.serverLives;
  stationLives += other.stationLives;
  liveSteps += other.liveSteps;
  staleValues += other.staleValues;
  return *this;
}

WardHistory::WardHistory(std::uint64_t seed) : m_dice(seed) {
  startServer();
  for (const auto* person : kPeople) startStation(m_stations.emplace_back(), person);
}

WardHistory::~WardHistory() {
  m_stations.clear();
}

bool WardHistory::run(int steps) {
  for (int i = 0; i < steps && m_violation.empty(); ++i) {
    befallBeds();
    befallServer();
    for (auto& station : m_stations) befallStation(station);
    step();
  }
  heal();
  for (int i = 0; i < kStepsToAgree && m_violation.empty() && !isAgreed(); ++i) step();
  for (const auto& station : m_stations) checkEnd(*station);
  return m_violation.empty();
}

void WardHistory::step() {
  m_clock->advance(kStep);
  const bool isFrozen = m_clock->steadyNow() < m_frozenUntil;
  if (m_server && !isFrozen) m_server->tick();
  for (const auto& station : m_stations) {
    station->weather().serverRuns = !isFrozen;
    station->work(m_server.get());
    check(*station);
  }
  if (m_stoppingAt && m_clock->steadyNow() >= *m_stoppingAt) loseServer();
}

void WardHistory::heal() {
  m_beds.healAll();
  m_frozenUntil = {};
  if (m_stoppingAt) loseServer();
  if (!m_server) startServer();
  for (const auto& station : m_stations) station->weather() = {};
}

bool WardHistory::isAgreed() const {
  return std::all_of(m_stations.begin(), m_stations.end(), [this](const auto& station) {
    const auto& commands = station->commands();
    const bool isSettled = std::all_of(commands.begin(), commands.end(), [](const auto& entry) {
      return entry.second.stage == session::CommandStage::Confirmed ||
             entry.second.stage == session::CommandStage::Failed;
    });
    return isSettled && station->isLive() &&
           std::all_of(
               m_beds.patients().begin(), m_beds.patients().end(),
               [&](const Patient& patient) { return differences(*station, patient.id).empty(); });
  });
}

void WardHistory::startServer() {
  const auto epoch = static_cast<std::uint64_t>(++m_counts.serverLives);
  m_server = std::make_unique<VirtualServer>(epoch, m_beds, m_disk, *m_clock, m_dice);
}

void WardHistory::loseServer() {
  m_stoppingAt.reset();
  m_server.reset();
  for (const auto& station : m_stations) station->network().loseServer();
}

void WardHistory::startStation(std::unique_ptr<VirtualStation>& station,
                               const std::string& person) {
  station = nullptr;
  station = std::make_unique<VirtualStation>(person, m_clock, m_dice);
  ++m_counts.stationLives;
}

void WardHistory::violate(const std::string& what) {
  const auto at = std::chrono::duration_cast<milliseconds>(m_clock->steadyNow() - m_begin);
  if (m_violation.empty()) m_violation = "at " + std::to_string(at.count()) + " ms: " + what;
}

}  // namespace vitalwall::simulation
