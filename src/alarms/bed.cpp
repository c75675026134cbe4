// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/bed.h"

#include <algorithm>
#include <utility>

#include "alarms/condition_catalogue.h"
#include "alarms/limit_evaluator.h"
#include "alarms/settings_defaults.h"
#include "alarms/silencing.h"

namespace vitalwall::alarms {
namespace {

/// How long after a restart a detector may take to see again what it had seen: ventricular
/// fibrillation needs some seconds of signal, a detector some more to learn the beats.
constexpr std::chrono::seconds kDetectorStart{30};

const Finding* findingOf(std::span<const Finding> findings, const ConditionKey& key) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&key](const Finding& finding) { return finding.key == key; });
  return found == findings.end() ? nullptr : &*found;
}

LimitPair limitsIn(const AlarmSettings& settings, MdcCode parameter) {
  const ParameterAlarms* alarms = settings.find(parameter);
  return alarms ? alarms->limits : LimitPair();
}

/// Whether the condition is now judged by something else than before.
bool isJudgedAnew(const ConditionKey& key, const AlarmSettings& before,
                  const AlarmSettings& after) {
  if (isLimitCondition(key.condition))
    return limitsIn(before, key.parameter) != limitsIn(after, key.parameter);
  return key.condition == mdc::kEventNews2 &&
         (before.news2 != after.news2 || before.profile != after.profile);
}

Finding unmeasured(const ConditionKey& key) {
  Finding finding;
  finding.key = key;
  return finding;
}

}  // namespace

Bed::Bed(MonitoredBed monitored, const UnitRules& rules, const Judge& judge)
    : m_monitored(std::move(monitored)),
      m_rules(&rules),
      m_judge(&judge),
      m_settings(defaultSettings(m_monitored.patient, rules)) {}

bool Bed::restore(const Alert& alert, Moment now) {
  if (!m_open.try_emplace(alert.key(), Episode(alert, now)).second) return false;
  if (alert.isActive()) m_said.expect(alert.key(), now.steady + kDetectorStart);
  return true;
}

void Bed::onVitals(const Vitals& vitals, ChangeSet& changes) {
  if (isLate(vitals.sourceTime, m_vitals.sourceTime)) return;
  m_vitals = vitals;
  m_vitalsTakenAt = changes.now().wall;
  judge(changes);
}

void Bed::onSilence(ChangeSet& changes) {
  m_vitals.numerics.clear();
  judge(changes);
}

void Bed::onCondition(const DeviceCondition& condition, ChangeSet& changes) {
  if (m_said.take(condition)) judge(changes);
}

void Bed::apply(const Finding& finding, ChangeSet& changes) {
  if (silencedBy(m_settings, *m_rules, finding.key, finding.kind)) {
    m_gate.forget(finding.key);
    return;
  }
  const auto open = m_open.find(finding.key);
  if (open == m_open.end()) {
    if (m_gate.admits(finding, changes.now().steady)) raise(finding, changes);
    return;
  }
  Episode& episode = open->second;
  if (episode.apply(finding, latches(*m_rules, episode.alert()), changes.now().wall))
    publish(episode, changes);
}

void Bed::adopt(AlarmSettings settings, const Actor& actor, ChangeSet& changes) {
  const AlarmSettings before = std::exchange(m_settings, std::move(settings));
  m_pauses.follow(m_settings, changes.now());
  changes.publish(m_settings, actor.person);
  endSilenced(actor.person, changes);
  judgeAnew(before, actor.person, changes);
  judge(changes);
}

void Bed::tick(ChangeSet& changes) {
  endPauses(changes);
  if (m_said.giveUp(changes.now().steady) || m_gate.isWaiting()) judge(changes);
  escalate(changes);
}

Episode* Bed::find(AlertId alert) {
  const auto found = std::find_if(m_open.begin(), m_open.end(), [alert](const auto& entry) {
    return entry.second.alert().id == alert;
  });
  return found == m_open.end() ? nullptr : &found->second;
}

void Bed::publish(Episode& episode, ChangeSet& changes) {
  changes.publish(episode);
  eraseEnded();
}

std::vector<Alert> Bed::openAlerts() const {
  std::vector<Alert> alerts;
  for (const auto& [key, episode] : m_open) alerts.push_back(episode.alert());
  return alerts;
}

std::vector<Finding> Bed::findings(WallTime now) const {
  return m_judge->judge(
      {m_monitored, m_vitals, m_vitalsTakenAt, m_said.words(), m_settings, *m_rules, now});
}

void Bed::judge(ChangeSet& changes) {
  const auto all = findings(changes.now().wall);
  for (const auto& finding : all) apply(finding, changes);
  applyMissing(all, changes);
}

void Bed::raise(const Finding& finding, ChangeSet& changes) {
  Episode episode(changes.nextAlert(), m_monitored.patient.id, finding, changes.now());
  changes.publish(m_open.emplace(finding.key, std::move(episode)).first->second);
}

/// Limits of a parameter that is not in the newest vitals at all.
void Bed::applyMissing(std::span<const Finding> findings, ChangeSet& changes) {
  for (auto& [key, episode] : m_open) {
    if (!isLimitCondition(key.condition) || findingOf(findings, key)) continue;
    if (episode.apply(unmeasured(key), false, changes.now().wall)) changes.publish(episode);
  }
}

void Bed::endSilenced(const std::string& by, ChangeSet& changes) {
  for (auto& [key, episode] : m_open) {
    const auto cause = silencedBy(m_settings, *m_rules, key, episode.alert().kind);
    if (!cause) continue;
    episode.end(*cause, by, changes.now().wall);
    changes.publish(episode);
  }
  eraseEnded();
}

/// A condition that is not measured now is judged by the worst value of its episode.
void Bed::judgeAnew(const AlarmSettings& before, const std::string& by, ChangeSet& changes) {
  const auto all = findings(changes.now().wall);
  for (auto& [key, episode] : m_open) {
    const Alert& alert = episode.alert();
    if (!alert.isActive() || !isJudgedAnew(key, before, m_settings)) continue;
    const Finding* found = findingOf(all, key);
    Finding finding = found ? *found : unmeasured(key);
    if (finding.presence == Presence::Unknown) {
      if (!isLimitCondition(key.condition) || !alert.value ||
          isBeyond(limitsIn(m_settings, key.parameter), key.condition, *alert.value))
        continue;
      finding.presence = Presence::Absent;
    }
    if (episode.judgeAnew(finding, by, changes.now().wall)) changes.publish(episode);
  }
  eraseEnded();
}

void Bed::escalate(ChangeSet& changes) {
  if (m_settings.audioPaused) return;
  for (auto& [key, episode] : m_open)
    if (episode.escalate(m_rules->escalateMediumAfter, changes.now())) changes.publish(episode);
}

void Bed::eraseEnded() {
  std::erase_if(m_open, [](const auto& entry) { return !entry.second.alert().isOpen(); });
}

}  // namespace vitalwall::alarms
