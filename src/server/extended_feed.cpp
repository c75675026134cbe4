// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/extended_feed.h"

#include <utility>

#include "protocol/extended_encoder.h"

namespace vitalwall::server {
void ExtendedFeed::begin(const Snapshot& snapshot, SteadyTime) {
  Outgoing outgoing;
  outgoing.vitals.push_back({snapshot.patient, snapshot.vitals->in(Dialect::Extended)});
  for (const auto& alert : snapshot.alerts)
    outgoing.urgent.push_back({encode(alert, Dialect::Extended)});
  if (snapshot.settings) outgoing.urgent.push_back({encode(*snapshot.settings, Dialect::Extended)});
  for (const auto& order : snapshot.orders)
    outgoing.urgent.push_back({encode(order, Dialect::Extended)});
  const SnapshotEnd end{snapshot.patient, snapshot.cursor, snapshot.complete};
  outgoing.urgent.push_back({share(protocol::encodeSnapshotEnd(end)), UrgentKind::SnapshotEnd});
  m_writer.send(std::move(outgoing));
}

void ExtendedFeed::end(PatientId patient) {
  std::erase_if(m_tick.vitals,
                [patient](const VitalsMessage& message) { return message.patient == patient; });
  m_writer.forget(patient);
}

void ExtendedFeed::answer(const CommandResult& result) {
  sendUrgent(share(protocol::encodeCommandResult(result)), UrgentKind::CommandResult);
}

void ExtendedFeed::setView(const SetView& view) {
  m_waves = view.waves;
  m_onScreen.emplace(view.patients.begin(), view.patients.end());
}

void ExtendedFeed::endTick(SteadyTime now, WallTime wallNow) {
  if (!m_heartbeatAt || now - *m_heartbeatAt >= kHeartbeat) {
    m_heartbeatAt = now;
    m_tick.heartbeat = share(protocol::encodeHeartbeat({wallNow}));
  }
  if (!m_tick.isEmpty()) m_writer.send(std::exchange(m_tick, {}));
}

void ExtendedFeed::onVitals(const VitalsPublication& vitals) {
  m_tick.vitals.push_back({vitals->value().patient, vitals->in(Dialect::Extended)});
}

void ExtendedFeed::onAlert(const Publication<Alert>& alert) {
  sendUrgent(alert.in(Dialect::Extended), UrgentKind::Entry);
}

void ExtendedFeed::onSettings(const Publication<AlarmSettings>& settings) {
  sendUrgent(settings.in(Dialect::Extended), UrgentKind::Entry);
}

void ExtendedFeed::onOrder(const Publication<Order>& order) {
  sendUrgent(order.in(Dialect::Extended), UrgentKind::Entry);
}

bool ExtendedFeed::wantsWaves(PatientId patient) const {
  return m_waves && (!m_onScreen || m_onScreen->contains(patient));
}

void ExtendedFeed::onWaves(const SharedBytes& entry) {
  m_tick.waves.push_back(entry);
}

void ExtendedFeed::sendUrgent(SharedBytes bytes, UrgentKind kind) {
  Outgoing outgoing;
  outgoing.urgent.push_back({std::move(bytes), kind});
  m_writer.send(std::move(outgoing));
}

}  // namespace vitalwall::server
