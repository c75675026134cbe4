// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "alarms/condition_evaluator.h"
#include "alarms/episode.h"
#include "alarms/limits_provider.h"
#include "alarms/revision_log.h"
#include "domain/command.h"
#include "domain/patient.h"

namespace vitalwall::alarms {

/// What became of an acknowledgement.
struct AcknowledgeResult {
  CommandOutcome outcome = CommandOutcome::NotFound;  ///< Ok, AlreadyDone or NotFound
  Acknowledgement acknowledgement;  ///< whose holds now: the first one's; empty for NotFound
  std::optional<Alert> changed;     ///< the new revision, for Ok
};

/// The alarm rules of a ward: vitals in, changed alerts out. At most one open episode per patient,
/// condition and parameter; every change is a new revision, and revisions rise over the whole
/// service. Has no clock, thread or I/O: the same calls give the same alerts. Not thread-safe.
class AlertService {
 public:
  /// `epoch` names this run: alert ids are made from it and a counter, so that runs never share
  /// one. `limits` must outlive the service.
  AlertService(std::uint64_t epoch, const LimitsProvider& limits, RevisionLog log = RevisionLog());

  /// Judges the newest vitals of `patient`. Returns each alert that changed, in its new revision.
  std::vector<Alert> apply(const Patient& patient, const Vitals& vitals, WallTime now);

  /// Silences an open alert for everybody. Idempotent: the first one's name and time stay.
  AcknowledgeResult acknowledge(AlertId alert, std::string by, WallTime now);

  /// The open alerts of `patient`, by condition and parameter.
  std::vector<Alert> openAlerts(PatientId patient) const;

  /// See RevisionLog::after().
  std::optional<std::vector<Alert>> revisionsAfter(PatientId patient, std::uint64_t revision) const;

  std::uint64_t epoch() const { return m_epoch; }
  /// The newest revision that was given out; 0 before the first.
  std::uint64_t revision() const { return m_revision; }

 private:
  using Episodes = std::map<ConditionKey, Episode>;

  void applyFinding(const Finding& finding, PatientId patient, WallTime now,
                    std::vector<Alert>& changed);
  void applyMissing(Episodes& open, std::span<const Finding> findings, WallTime now,
                    std::vector<Alert>& changed);
  const Alert& publish(Episode& episode);
  AlertId nextId();

  const std::uint64_t m_epoch;
  const LimitsProvider& m_limits;
  const std::vector<std::unique_ptr<ConditionEvaluator>> m_evaluators;
  std::map<PatientId, Episodes> m_open;
  std::map<AlertId, std::pair<PatientId, ConditionKey>> m_openById;
  RevisionLog m_log;
  std::uint64_t m_revision = 0;
  std::uint64_t m_episodes = 0;
};

}  // namespace vitalwall::alarms
