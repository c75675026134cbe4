// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ward.h"

#include <utility>

namespace vitalwall::server {
namespace {

VitalsPublication publicationOf(Vitals vitals) {
  return std::make_shared<const Publication<Vitals>>(std::move(vitals));
}

}  // namespace

Ward::Ward(std::vector<std::unique_ptr<Source>> sources, std::vector<Patient> directory,
           std::uint64_t epoch, const alarms::LimitsProvider& limits, const Clock& clock,
           ServerLog& log)
    : m_clock(clock), m_log(log), m_sources(std::move(sources)), m_alerts(epoch, limits) {
  for (auto& patient : directory) {
    // Nothing is measured yet: that, too, is something to tell a station that subscribes.
    const Vitals nothing{patient.id, clock.wallNow(), {}};
    const PatientId id = patient.id;
    m_beds.emplace(id, Bed{std::move(patient), publicationOf(nothing), {}, {}});
  }
}

void Ward::tick() {
  const SteadyTime now = m_clock.steadyNow();
  const WallTime wallNow = m_clock.wallNow();
  m_newestTick.begin();
  for (const auto& source : m_sources) source->advance(now, wallNow, *this);
  publishWaves();
  m_newestTick.close();
}

Subscription Ward::subscribe(PatientId patient, Subscriber& subscriber) {
  return m_hub.subscribe(patient, subscriber);
}

Snapshot Ward::snapshot(PatientId patient, const std::optional<Cursor>& cursor) const {
  const Bed& bed = m_beds.at(patient);
  Snapshot snapshot{.patient = patient,
                    .vitals = bed.vitals,
                    .alerts = {},
                    .orders = {},
                    .cursor = {epoch(), m_alerts.revision()}};
  for (const auto& [id, order] : bed.orders) snapshot.orders.push_back(order);
  if (cursor && cursor->epoch == epoch()) {
    if (auto missed = m_alerts.revisionsAfter(patient, cursor->revision)) {
      snapshot.alerts = std::move(*missed);
      snapshot.complete = false;
      return snapshot;
    }
  }
  snapshot.alerts = m_alerts.openAlerts(patient);
  return snapshot;
}

alarms::AcknowledgeResult Ward::acknowledge(AlertId alert, std::string by) {
  auto result = m_alerts.acknowledge(alert, std::move(by), m_clock.wallNow());
  if (result.changed) m_hub.publish(*result.changed);
  return result;
}

void Ward::onVitals(const Vitals& vitals) {
  const auto found = m_beds.find(vitals.patient);
  if (found == m_beds.end()) return;
  Bed& bed = found->second;
  bed.vitals = publicationOf(vitals);
  m_newestTick.add(bed.vitals);
  for (const auto& alert : m_alerts.apply(bed.patient, vitals, m_clock.wallNow()))
    m_hub.publish(alert);
}

void Ward::onWave(const WaveBlock& block) {
  const auto found = m_beds.find(block.patient);
  if (found != m_beds.end()) found->second.waves.push_back(block);
}

void Ward::onOrder(const Order& order) {
  const auto found = m_beds.find(order.patient);
  if (found == m_beds.end()) return;
  const auto [known, isNew] = found->second.orders.try_emplace(order.id, order);
  if (!isNew && known->second == order) return;
  known->second = order;
  m_hub.publish(order);
}

void Ward::onNotice(std::string_view sentence) {
  m_log.writeLimited("source", sentence);
}

void Ward::publishWaves() {
  for (auto& [patient, bed] : m_beds)
    if (!bed.waves.empty()) m_newestTick.add(patient, std::exchange(bed.waves, {}));
}

}  // namespace vitalwall::server
