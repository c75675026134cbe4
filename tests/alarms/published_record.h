// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "alarms/alarm_changes.h"
#include "domain/alarm_repository.h"

namespace vitalwall::alarms::testing {

/// What somebody knows who only reads what an engine publishes: a station, or the record on disk.
/// Notes the first thing that must never happen.
class PublishedRecord {
 public:
  /// Takes the changes of one input over.
  void apply(const AlarmChanges& changes);

  /// Another server has recorded `winner` for `alert` first.
  void recordElsewhere(const LostAcknowledgement& lost) { m_elsewhere = lost; }

  /// What a restart finds.
  AlarmArchive archive() const;

  /// By condition and parameter, as AlarmEngine::openAlerts().
  std::vector<Alert> openAlerts(PatientId patient) const;
  const AlarmSettings* settingsOf(PatientId patient) const;

  /// Every alert that was ever seen, ended ones too.
  const std::vector<AlertId>& everSeen() const { return m_everSeen; }

  /// What must never happen and did.
  const std::optional<std::string>& violation() const { return m_violation; }

 private:
  using Place = std::pair<PatientId, ConditionKey>;

  void apply(const Alert& alert, const AlarmChanges& changes);
  void checkRevision(std::uint64_t revision);
  void checkAcknowledgement(const Alert& alert, const AlarmChanges& changes);
  void checkPlace(const Alert& alert);
  void violate(const std::string& what);

  std::map<Place, Alert> m_open;
  std::map<PatientId, AlarmSettings> m_settings;
  std::vector<AlertId> m_everSeen;
  std::set<AlertId> m_ended;
  std::set<std::uint64_t> m_revisions;
  std::uint64_t m_newest = 0;
  std::optional<LostAcknowledgement> m_elsewhere;
  std::optional<std::string> m_violation;
};

}  // namespace vitalwall::alarms::testing
