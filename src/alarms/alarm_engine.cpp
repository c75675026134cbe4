// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/alarm_engine.h"

#include <algorithm>
#include <utility>

#include "alarms/condition_findings.h"

namespace vitalwall::alarms {
namespace {

const AlarmSettings* settingsIn(const AlarmArchive& archive, PatientId patient) {
  const auto found =
      std::find_if(archive.settings.begin(), archive.settings.end(),
                   [patient](const AlarmSettings& one) { return one.patient == patient; });
  return found == archive.settings.end() ? nullptr : &*found;
}

std::uint64_t newestRevision(const AlarmArchive& archive) {
  std::uint64_t newest = archive.revision;
  for (const auto& alert : archive.open) newest = std::max(newest, alert.revision);
  for (const auto& settings : archive.settings) newest = std::max(newest, settings.revision);
  return newest;
}

bool isSilence(MdcCode condition) {
  return condition == mdc::kEventNoData || condition == mdc::kEventSourceLost;
}

Presence presentIf(bool present) {
  return present ? Presence::Present : Presence::Absent;
}

}  // namespace

AlarmEngine::AlarmEngine(std::uint64_t epoch, UnitRules rules,
                         const std::vector<MonitoredBed>& beds)
    : m_law(std::make_unique<const Law>(std::move(rules))),
      m_watch(beds, m_law->rules.noDataAfter) {
  m_numbering.epoch = epoch;
  for (const auto& bed : beds) m_beds.try_emplace(bed.patient.id, bed, m_law->rules, m_law->judge);
}

AlarmChanges AlarmEngine::restore(const AlarmArchive& archive, Moment now) {
  m_numbering.revision = newestRevision(archive);
  ChangeSet changes(m_numbering, now);
  for (auto& [patient, bed] : m_beds) bed.restore(settingsIn(archive, patient), changes);
  for (const auto& alert : archive.open) restoreAlert(alert, changes);
  return finish(changes);
}

void AlarmEngine::restoreAlert(const Alert& alert, ChangeSet& changes) {
  Bed* bed = find(alert.patient);
  if (bed && bed->restore(alert, changes.now())) {
    if (isSilence(alert.condition)) m_watch.assumeSilent(alert.patient, changes.now().steady);
    return;
  }
  Episode abandoned(alert, changes.now());
  abandoned.end(AlertCause::Ended, {}, changes.now().wall);
  changes.publish(abandoned);
}

AlarmChanges AlarmEngine::onVitals(const Vitals& vitals, Moment now) {
  Bed* bed = find(vitals.patient);
  if (!bed) return {};
  ChangeSet changes(m_numbering, now);
  m_watch.heard(vitals.patient, now.steady);
  judgeSilence(*bed, changes);
  bed->onVitals(vitals, changes);
  return finish(changes);
}

AlarmChanges AlarmEngine::onCondition(const DeviceCondition& condition, Moment now) {
  Bed* bed = find(condition.patient);
  if (!bed) return {};
  ChangeSet changes(m_numbering, now);
  bed->onCondition(condition, changes);
  return finish(changes);
}

AlarmChanges AlarmEngine::onStorage(const std::string& problem, Moment now) {
  m_storageProblem = problem;
  ChangeSet changes(m_numbering, now);
  const Finding finding = storageFinding(m_storageProblem, m_law->rules);
  for (auto& [patient, bed] : m_beds) bed.apply(finding, changes);
  return finish(changes);
}

AlarmChanges AlarmEngine::onRecordDamaged(const std::string& notice, Moment now) {
  ChangeSet changes(m_numbering, now);
  const Finding finding = recordDamagedFinding(notice, m_law->rules);
  for (auto& [patient, bed] : m_beds) bed.apply(finding, changes);
  return finish(changes);
}

AlarmChanges AlarmEngine::onRecorded(AlertId alert, Moment now) {
  Bed* bed = bedOf(alert);
  if (!bed) return {};
  ChangeSet changes(m_numbering, now);
  Episode& episode = *bed->find(alert);
  episode.markRecorded(now.wall);
  bed->publish(episode, changes);
  return finish(changes);
}

AlarmChanges AlarmEngine::onRecorded(PatientId patient, Moment now) {
  Bed* bed = find(patient);
  if (!bed) return {};
  ChangeSet changes(m_numbering, now);
  bed->republishSettings(changes);
  return finish(changes);
}

void AlarmEngine::passRevision(std::uint64_t revision) {
  m_numbering.revision = std::max(m_numbering.revision, revision);
}

AlarmChanges AlarmEngine::onLostAcknowledgement(const LostAcknowledgement& lost, Moment now) {
  Bed* bed = bedOf(lost.alert);
  if (!bed) return {};
  ChangeSet changes(m_numbering, now);
  Episode& episode = *bed->find(lost.alert);
  if (episode.replaceAcknowledgement(lost.winner, now.wall)) bed->publish(episode, changes);
  return finish(changes);
}

AlarmChanges AlarmEngine::tick(Moment now) {
  ChangeSet changes(m_numbering, now);
  const Finding storage = storageFinding(m_storageProblem, m_law->rules);
  m_watch.update(now.steady);
  for (auto& [patient, bed] : m_beds) {
    judgeSilence(bed, changes);
    bed.apply(storage, changes);
    bed.tick(changes);
  }
  return finish(changes);
}

std::vector<Alert> AlarmEngine::openAlerts(PatientId patient) const {
  const auto found = m_beds.find(patient);
  return found == m_beds.end() ? std::vector<Alert>() : found->second.openAlerts();
}

const AlarmSettings& AlarmEngine::settingsOf(PatientId patient) const {
  return m_beds.at(patient).settings();
}

Bed* AlarmEngine::find(PatientId patient) {
  const auto found = m_beds.find(patient);
  return found == m_beds.end() ? nullptr : &found->second;
}

Bed* AlarmEngine::bedOf(AlertId alert) {
  const auto found = std::find_if(m_beds.begin(), m_beds.end(),
                                  [alert](auto& entry) { return entry.second.find(alert); });
  return found == m_beds.end() ? nullptr : &found->second;
}

void AlarmEngine::judgeSilence(Bed& bed, ChangeSet& changes) {
  const Silence silence = m_watch.silenceOf(bed.monitored().patient.id);
  bed.apply(noDataFinding(presentIf(silence == Silence::NoData), m_law->rules), changes);
  bed.apply(
      sourceLostFinding(bed.monitored(), presentIf(silence == Silence::SourceLost), m_law->rules),
      changes);
  if (silence != Silence::Heard && !bed.vitals().numerics.empty()) bed.onSilence(changes);
}

/// Whoever answers an alarm that ended meanwhile is told who was first.
AlarmChanges AlarmEngine::finish(ChangeSet& changes) {
  AlarmChanges finished = changes.take();
  for (const auto& alert : finished.alerts)
    if (!alert.isOpen() && alert.acknowledged) m_answered.remember(alert);
  return finished;
}

}  // namespace vitalwall::alarms
