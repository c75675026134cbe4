// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "alarms/revision_log.h"
#include "domain/alarm_settings.h"

namespace vitalwall::server {

/// What every station has been told of alarms: it lags behind the engine by the time that recording
/// takes, so that a snapshot never tells what a power cut could take back. Ward executor only.
class PublishedAlarms {
 public:
  /// Where the last run stopped; nothing of it counts as a revision to replay.
  void restore(const std::vector<Alert>& open, const std::vector<AlarmSettings>& settings,
               std::uint64_t revision);

  void apply(const Alert& alert);
  void apply(const AlarmSettings& settings);

  /// The open alerts of `patient`, by condition and parameter.
  std::vector<Alert> openAlerts(PatientId patient) const;

  /// See RevisionLog::after().
  std::optional<std::vector<Alert>> revisionsAfter(PatientId patient, std::uint64_t revision) const;

  /// Null for a patient of whom nothing was published.
  std::shared_ptr<const AlarmSettings> settingsOf(PatientId patient) const;

  /// The newest alert revision.
  std::uint64_t revision() const { return m_revision; }

 private:
  using Open = std::map<ConditionKey, Alert>;

  std::map<PatientId, Open> m_open;
  std::map<PatientId, std::shared_ptr<const AlarmSettings>> m_settings;
  alarms::RevisionLog m_log;
  std::uint64_t m_revision = 0;
};

}  // namespace vitalwall::server
