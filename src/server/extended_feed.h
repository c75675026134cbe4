// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>

#include "server/station_feed.h"

namespace vitalwall::server {

/// For stations that speak the extension: vitals and waves of a tick in one message, alerts, orders
/// and answers at once, a heartbeat every second.
class ExtendedFeed final : public StationFeed {
 public:
  static constexpr std::chrono::seconds kHeartbeat{1};

  explicit ExtendedFeed(StreamWriter& writer) : m_writer(writer) {}

  void begin(const Snapshot& snapshot, SteadyTime now) override;
  void end(PatientId patient) override;
  void answer(const CommandResult& result) override;
  void setView(const SetView& view) override;
  void endTick(BatchComposer& tick, SteadyTime now, WallTime wallNow) override;

  void onAlert(const Publication<Alert>& alert) override;
  void onSettings(const Publication<AlarmSettings>& settings) override;
  void onOrder(const Publication<Order>& order) override;

 private:
  void sendUrgent(SharedBytes bytes, UrgentKind kind);
  Selection select() const;
  bool wantsWaves(PatientId patient) const;
  /// Null when it is not due.
  SharedBytes heartbeat(SteadyTime now, WallTime wallNow);

  StreamWriter& m_writer;
  std::set<PatientId> m_patients;
  bool m_waves = true;
  /// The patients on screen; all until the station says so.
  std::optional<std::set<PatientId>> m_onScreen;
  SharedSelection m_selection;  ///< null when what it is made of has changed
  std::optional<SteadyTime> m_heartbeatAt;
};

}  // namespace vitalwall::server
