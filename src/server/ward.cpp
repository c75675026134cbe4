// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ward.h"

#include <utility>

namespace vitalwall::server {
namespace {

VitalsPublication publicationOf(Vitals vitals) {
  return std::make_shared<const Publication<Vitals>>(std::move(vitals));
}

}  // namespace

Ward::Bed::Bed(Patient admitted, WallTime now)
    // Nothing is measured yet: that, too, is something to tell a station that subscribes.
    : patient(std::move(admitted)),
      vitals(publicationOf({patient.id, now, {}})),
      detectors(patient) {}

Ward::Ward(std::vector<std::unique_ptr<Source>> sources, const std::vector<Patient>& directory,
           AlarmCentral& alarms, Hub& hub, const Clock& clock, ServerLog& log)
    : m_clock(clock), m_log(log), m_sources(std::move(sources)), m_alarms(alarms), m_hub(hub) {
  for (const auto& patient : directory) m_beds.try_emplace(patient.id, patient, clock.wallNow());
}

void Ward::restore(const std::vector<Order>& orders) {
  for (const auto& order : orders) {
    const auto found = m_beds.find(order.patient);
    if (found != m_beds.end()) found->second.orders.insert_or_assign(order.id, order);
  }
}

void Ward::tick() {
  const SteadyTime now = m_clock.steadyNow();
  const WallTime wallNow = m_clock.wallNow();
  m_newestTick.begin();
  for (const auto& source : m_sources) source->advance(now, wallNow, *this);
  publishWaves();
  m_newestTick.close();
  m_alarms.tick();
}

Subscription Ward::subscribe(PatientId patient, Subscriber& subscriber) {
  return m_hub.subscribe(patient, subscriber);
}

Snapshot Ward::snapshot(PatientId patient, const std::optional<Cursor>& cursor) const {
  const Bed& bed = m_beds.at(patient);
  const PublishedAlarms& alarms = m_alarms.published();
  Snapshot snapshot{.patient = patient,
                    .vitals = bed.vitals,
                    .alerts = {},
                    .settings = alarms.settingsOf(patient),
                    .orders = {},
                    .cursor = {epoch(), alarms.revision()}};
  for (const auto& [id, order] : bed.orders) snapshot.orders.push_back(order);
  if (cursor && cursor->epoch == epoch()) {
    if (auto missed = alarms.revisionsAfter(patient, cursor->revision)) {
      snapshot.alerts = std::move(*missed);
      snapshot.complete = false;
      return snapshot;
    }
  }
  snapshot.alerts = alarms.openAlerts(patient);
  return snapshot;
}

void Ward::onVitals(const Vitals& vitals) {
  const auto found = m_beds.find(vitals.patient);
  if (found == m_beds.end()) return;
  found->second.vitals = publicationOf(vitals);
  m_newestTick.add(found->second.vitals);
  m_alarms.onVitals(vitals);
}

void Ward::onWave(const WaveBlock& block) {
  const auto found = m_beds.find(block.patient);
  if (found == m_beds.end()) return;
  found->second.detectors.push(block);
  found->second.waves.push_back(block);
}

void Ward::onOrder(const Order& order) {
  const auto found = m_beds.find(order.patient);
  if (found == m_beds.end()) return;
  const auto [known, isNew] = found->second.orders.try_emplace(order.id, order);
  if (!isNew && known->second == order) return;
  known->second = order;
  m_alarms.onOrder(order);
}

void Ward::onCondition(const DeviceCondition& condition) {
  m_alarms.onCondition(condition);
}

void Ward::onNotice(std::string_view sentence) {
  m_log.writeLimited("source", sentence);
}

void Ward::publishWaves() {
  for (auto& [patient, bed] : m_beds) {
    if (bed.waves.empty()) continue;
    m_newestTick.add(patient, std::exchange(bed.waves, {}));
    judgeWaves(bed);
  }
}

void Ward::judgeWaves(Bed& bed) {
  for (const auto& condition : bed.detectors.take(m_clock.wallNow()))
    m_alarms.onCondition(condition);
}

}  // namespace vitalwall::server
