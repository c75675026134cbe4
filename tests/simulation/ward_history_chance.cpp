// SPDX-License-Identifier: GPL-3.0-or-later
// What befalls a ward by chance.
#include <array>

#include "simulation/ward_history.h"

namespace vitalwall::simulation {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::optional<double>, 6> kHeartRates{72, 72, 150, 30, 128, std::nullopt};

// Networks, from excellent to hopeless.
constexpr Weather kGood{};
constexpr Weather kFar{.leastDelayMs = 100, .mostDelayMs = 300};
constexpr Weather kNarrow{.leastDelayMs = 200, .mostDelayMs = 1000, .windowBytes = 600};
constexpr Weather kUpLost{.carriesUp = false};
constexpr Weather kDownLost{.carriesDown = false};
constexpr Weather kBothLost{.carriesUp = false, .carriesDown = false};
constexpr std::array kWeathers{kGood, kGood, kGood, kFar, kNarrow, kUpLost, kDownLost, kBothLost};

Order orderOf(PatientId patient, OrderStatus status, WallTime now) {
  return {.id = OrderId{patient.guid},
          .patient = patient,
          .description = "Heparin 5000 IU s.c.",
          .status = status,
          .changedBy = "Dr. Weber",
          .changedAt = now};
}

}  // namespace

void WardHistory::befallBeds() {
  const auto patient = m_dice.oneOf(m_beds.patients()).id;
  if (m_dice.permille(60)) m_beds.setHeartRate(patient, m_dice.oneOf(kHeartRates));
  if (m_dice.permille(8)) m_beds.setSilent(patient, m_dice.permille(500));
  if (m_dice.permille(15)) m_beds.repeatOnce(patient);
  if (m_dice.permille(10))
    m_beds.setOrder(
        orderOf(patient, static_cast<OrderStatus>(m_dice.below(4)), m_clock->wallNow()));
  if (m_dice.permille(2)) m_clock->jumpWall(m_dice.permille(500) ? 1h : -1h);
}

void WardHistory::befallServer() {
  if (!m_server) {
    if (m_dice.permille(100)) startServer();
  } else if (m_dice.permille(8)) {
    loseServer();
  } else if (m_dice.permille(5) && !m_stoppingAt) {
    m_server->shutDown();
    m_stoppingAt = m_clock->steadyNow() + 500ms;
  } else if (m_dice.permille(5)) {
    m_frozenUntil = m_clock->steadyNow() + m_dice.between(300, 6000);
  }
}

void WardHistory::befallStation(std::unique_ptr<VirtualStation>& station) {
  if (m_dice.permille(60)) actAs(*station);
  if (m_dice.permille(20)) station->weather() = m_dice.oneOf(kWeathers);
  if (m_dice.permille(10)) station->network().breakOff();
  if (m_dice.permille(4)) startStation(station, std::string(station->person()));
}

void WardHistory::actAs(VirtualStation& station) {
  const auto& alarms = station.ward().alarms();
  const auto patient = m_dice.oneOf(m_beds.patients()).id;
  const auto what = m_dice.below(10);
  if (what < 7 && alarms.rowCount() > 0) {
    const auto& alert = alarms.row(int(m_dice.below(std::size_t(alarms.rowCount())))).alert;
    if (alert.patient != PatientId{}) station.send(Acknowledge{alert.id});
  } else if (what == 7) {
    station.send(PauseAudio{patient, 120s});
  } else if (what == 8) {
    LimitPair limits;
    limits.low = 40;
    limits.high = 125 + double(m_dice.below(30));
    station.send(SetLimits{patient, mdc::kHeartRate, limits});
  } else if (what == 9) {
    station.send(SetAlarmOff{patient, mdc::kHeartRate, m_dice.permille(500), "a line is placed"});
  }
}

}  // namespace vitalwall::simulation
