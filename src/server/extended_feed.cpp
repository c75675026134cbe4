// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/extended_feed.h"

#include <algorithm>
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
  m_patients.insert(snapshot.patient);
  m_selection = nullptr;
}

void ExtendedFeed::end(PatientId patient) {
  m_patients.erase(patient);
  m_selection = nullptr;
  m_writer.forget(patient);
}

void ExtendedFeed::answer(const CommandResult& result) {
  sendUrgent(share(protocol::encodeCommandResult(result)), UrgentKind::CommandResult);
}

void ExtendedFeed::setView(const SetView& view) {
  m_waves = view.waves;
  m_onScreen.emplace(view.patients.begin(), view.patients.end());
  m_selection = nullptr;
}

void ExtendedFeed::endTick(BatchComposer& tick, SteadyTime now, WallTime wallNow) {
  if (!m_selection) m_selection = tick.share(select());
  const SharedBytes batch = tick.batchFor(m_selection);
  const SharedBytes beat = heartbeat(now, wallNow);
  if ((!batch && !beat) || m_writer.pass(batch, beat)) return;
  Outgoing outgoing = tick.partsFor(*m_selection);
  outgoing.heartbeat = beat;
  m_writer.send(std::move(outgoing));
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

Selection ExtendedFeed::select() const {
  Selection selection{{m_patients.begin(), m_patients.end()}, {}};
  std::copy_if(m_patients.begin(), m_patients.end(), std::back_inserter(selection.waves),
               [this](PatientId patient) { return wantsWaves(patient); });
  return selection;
}

bool ExtendedFeed::wantsWaves(PatientId patient) const {
  return m_waves && (!m_onScreen || m_onScreen->contains(patient));
}

SharedBytes ExtendedFeed::heartbeat(SteadyTime now, WallTime wallNow) {
  if (m_heartbeatAt && now - *m_heartbeatAt < kHeartbeat) return nullptr;
  m_heartbeatAt = now;
  return share(protocol::encodeHeartbeat({wallNow}));
}

void ExtendedFeed::sendUrgent(SharedBytes bytes, UrgentKind kind) {
  Outgoing outgoing;
  outgoing.urgent.push_back({std::move(bytes), kind});
  m_writer.send(std::move(outgoing));
}

}  // namespace vitalwall::server
