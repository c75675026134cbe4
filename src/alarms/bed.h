// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <span>

#include "alarms/change_set.h"
#include "alarms/delay_gate.h"
#include "alarms/device_memory.h"
#include "alarms/judge.h"
#include "alarms/pause_timers.h"

namespace vitalwall::alarms {

/// The alarms of one bed: what was measured and said last, what people have set, and the open
/// episodes that follow from it.
class Bed {
 public:
  /// `rules` and `judge` must outlive the bed.
  Bed(MonitoredBed monitored, const UnitRules& rules, const Judge& judge);

  const MonitoredBed& monitored() const { return m_monitored; }
  const AlarmSettings& settings() const { return m_settings; }
  const Vitals& vitals() const { return m_vitals; }

  /// Goes on with an open alert of an earlier run. False when its condition is open already.
  bool restore(const Alert& alert, Moment now);
  /// The settings of an earlier run, or without any the unit's defaults.
  void restore(const AlarmSettings* settings, ChangeSet& changes);

  void onVitals(const Vitals& vitals, ChangeSet& changes);
  /// Nothing comes any more: what was measured is no longer of now.
  void onSilence(ChangeSet& changes);
  void onCondition(const DeviceCondition& condition, ChangeSet& changes);
  /// A finding that comes from elsewhere than vitals and devices.
  void apply(const Finding& finding, ChangeSet& changes);

  /// Puts what a person has set in force, with all that follows for the alarms.
  void adopt(AlarmSettings settings, const Actor& actor, ChangeSet& changes);

  /// The same settings in a new revision.
  void republishSettings(ChangeSet& changes) { changes.republish(m_settings); }

  /// What happens by time alone: delays, pauses that end, escalation.
  void tick(ChangeSet& changes);

  /// The open episode of `alert`, or nullptr.
  Episode* find(AlertId alert);
  /// To be called after a change of `episode`, which must be one of find().
  void publish(Episode& episode, ChangeSet& changes);

  /// By condition and parameter.
  std::vector<Alert> openAlerts() const;

 private:
  using Episodes = std::map<ConditionKey, Episode>;

  std::vector<Finding> findings(WallTime now) const;
  void judge(ChangeSet& changes);
  void judgeAnew(const AlarmSettings& before, const std::string& by, ChangeSet& changes);
  void raise(const Finding& finding, ChangeSet& changes);
  void applyMissing(std::span<const Finding> findings, ChangeSet& changes);
  void endSilenced(const std::string& by, ChangeSet& changes);
  void endPauses(ChangeSet& changes);
  void escalate(ChangeSet& changes);
  void eraseEnded();

  MonitoredBed m_monitored;
  const UnitRules* m_rules;
  const Judge* m_judge;
  AlarmSettings m_settings;
  PauseTimers m_pauses;
  Vitals m_vitals;
  WallTime m_vitalsTakenAt{};
  DeviceMemory m_said;
  DelayGate m_gate;
  Episodes m_open;
};

}  // namespace vitalwall::alarms
