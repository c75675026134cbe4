// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/plain_feed.h"

#include <algorithm>
#include <utility>

namespace vitalwall::server {
namespace {

/// How much earlier than a second after the last one a change may go out, so that a source which
/// measures every second is not sampled at 0.96 Hz. The average stays one a second.
constexpr std::chrono::milliseconds kJitter{100};

}  // namespace

void PlainFeed::Pace::change(VitalsPublication vitals) {
  newest = std::move(vitals);
  changed = true;
}

void PlainFeed::Pace::sent(SteadyTime now) {
  changed = false;
  notBefore = std::max(notBefore + kFastest, now + kFastest - kJitter);
  notAfter = now + kSilence;
}

void PlainFeed::begin(const Snapshot& snapshot, SteadyTime now) {
  Outgoing outgoing;
  outgoing.vitals.push_back({snapshot.patient, snapshot.vitals->in(m_dialect)});
  for (const auto& alert : snapshot.alerts) outgoing.urgent.push_back({encode(alert, m_dialect)});
  for (const auto& order : snapshot.orders) outgoing.urgent.push_back({encode(order, m_dialect)});
  m_writer.send(std::move(outgoing));
  Pace& pace = m_paces[snapshot.patient];
  pace.newest = snapshot.vitals;
  pace.sent(now);
}

void PlainFeed::end(PatientId patient) {
  m_paces.erase(patient);
  m_writer.forget(patient);
}

void PlainFeed::endTick(BatchComposer& tick, SteadyTime now, WallTime) {
  Outgoing outgoing;
  for (auto& [patient, pace] : m_paces) {
    if (auto vitals = tick.newestVitals(patient)) pace.change(std::move(vitals));
    if (!pace.isDue(now)) continue;
    outgoing.vitals.push_back({patient, pace.newest->in(m_dialect)});
    pace.sent(now);
  }
  if (!outgoing.isEmpty()) m_writer.send(std::move(outgoing));
}

void PlainFeed::onAlert(const Publication<Alert>& alert) {
  sendUrgent(alert.in(m_dialect));
}

void PlainFeed::onOrder(const Publication<Order>& order) {
  sendUrgent(order.in(m_dialect));
}

void PlainFeed::sendUrgent(SharedBytes bytes) {
  Outgoing outgoing;
  outgoing.urgent.push_back({std::move(bytes)});
  m_writer.send(std::move(outgoing));
}

}  // namespace vitalwall::server
