// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/alert_service.h"

#include <algorithm>

#include "alarms/lead_off_evaluator.h"
#include "alarms/limit_evaluator.h"

namespace vitalwall::alarms {
namespace {

std::vector<std::unique_ptr<ConditionEvaluator>> makeEvaluators() {
  std::vector<std::unique_ptr<ConditionEvaluator>> evaluators;
  evaluators.push_back(std::make_unique<LimitEvaluator>());
  evaluators.push_back(std::make_unique<LeadOffEvaluator>());
  return evaluators;
}

bool isJudged(std::span<const Finding> findings, const ConditionKey& key) {
  return std::any_of(findings.begin(), findings.end(),
                     [&key](const Finding& finding) { return finding.key == key; });
}

}  // namespace

AlertService::AlertService(std::uint64_t epoch, const LimitsProvider& limits, RevisionLog log)
    : m_epoch(epoch), m_limits(limits), m_evaluators(makeEvaluators()), m_log(std::move(log)) {}

std::vector<Alert> AlertService::apply(const Patient& patient, const Vitals& vitals, WallTime now) {
  std::vector<Finding> findings;
  const Observation observation{vitals, m_limits.limitsFor(patient)};
  for (const auto& evaluator : m_evaluators) evaluator->evaluate(observation, findings);

  std::vector<Alert> changed;
  for (const auto& finding : findings) applyFinding(finding, patient.id, now, changed);
  applyMissing(m_open[patient.id], findings, now, changed);
  return changed;
}

void AlertService::applyFinding(const Finding& finding, PatientId patient, WallTime now,
                                std::vector<Alert>& changed) {
  Episodes& open = m_open[patient];
  const auto found = open.find(finding.key);
  if (found == open.end()) {
    if (finding.presence != Presence::Present) return;
    const auto raised = open.emplace(finding.key, Episode(nextId(), patient, finding, now)).first;
    m_openById.emplace(raised->second.alert().id, std::pair(patient, finding.key));
    changed.push_back(publish(raised->second));
    return;
  }
  if (!found->second.apply(finding, now)) return;
  changed.push_back(publish(found->second));
  if (changed.back().isActive()) return;
  m_openById.erase(changed.back().id);
  open.erase(found);
}

void AlertService::applyMissing(Episodes& open, std::span<const Finding> findings, WallTime now,
                                std::vector<Alert>& changed) {
  for (auto& [key, episode] : open)
    if (!isJudged(findings, key) && episode.applyMissing(now)) changed.push_back(publish(episode));
}

AcknowledgeResult AlertService::acknowledge(AlertId alert, std::string by, WallTime now) {
  const auto found = m_openById.find(alert);
  if (found == m_openById.end()) return {};
  const auto& [patient, key] = found->second;
  Episode& episode = m_open.at(patient).at(key);
  if (!episode.acknowledge({std::move(by), now}))
    return {CommandOutcome::AlreadyDone, *episode.alert().acknowledged, std::nullopt};
  const Alert& changed = publish(episode);
  return {CommandOutcome::Ok, *changed.acknowledged, changed};
}

std::vector<Alert> AlertService::openAlerts(PatientId patient) const {
  std::vector<Alert> alerts;
  const auto found = m_open.find(patient);
  if (found == m_open.end()) return alerts;
  for (const auto& [key, episode] : found->second) alerts.push_back(episode.alert());
  return alerts;
}

std::optional<std::vector<Alert>> AlertService::revisionsAfter(PatientId patient,
                                                               std::uint64_t revision) const {
  return m_log.after(patient, revision);
}

const Alert& AlertService::publish(Episode& episode) {
  episode.setRevision(++m_revision);
  m_log.append(episode.alert());
  return episode.alert();
}

AlertId AlertService::nextId() {
  return AlertId::fromName("alert/" + std::to_string(m_epoch) + '/' + std::to_string(++m_episodes));
}

}  // namespace vitalwall::alarms
