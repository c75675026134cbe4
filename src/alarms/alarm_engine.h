// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "alarms/unit_rules.h"
#include "domain/alarm_repository.h"
#include "domain/device_condition.h"
#include "domain/patient.h"

namespace vitalwall::alarms {

/// A bed as the engine sees it.
struct MonitoredBed {
  Patient patient;
  std::string source;  ///< name of the source that measures it; groups "source lost"
};

/// Who gives a command, and from where. Recorded with what the command does.
struct Actor {
  std::string person;
  std::string station;
};

/// What one input changed, each in its order. Everything in it is to be recorded, then published.
struct AlarmChanges {
  std::vector<Alert> alerts;
  std::vector<AlarmSettings> settings;
  std::vector<AuditEntry> audit;

  bool isEmpty() const { return alerts.empty() && settings.empty() && audit.empty(); }
};

/// The answer to a command and what it changed.
struct AlarmAnswer {
  CommandResult result;
  AlarmChanges changes;
};

/// The alarm rules of a ward (IEC 60601-1-8): measurements, commands and time in, alarm revisions
/// out. At most one open episode per patient and condition; every change of an alert or of a
/// patient's settings is a new revision, and revisions rise over the whole engine.
///
/// Has no clock, thread or I/O: the same calls give the same revisions. Not thread-safe.
class AlarmEngine {
 public:
  /// `epoch` names this run: alert ids are made from it and a counter, so that runs never share
  /// one.
  AlarmEngine(std::uint64_t epoch, UnitRules rules, std::vector<MonitoredBed> beds);
  ~AlarmEngine();

  /// Goes on where an earlier run stopped: same ids, revisions, acknowledgements and settings. Call
  /// once, before anything else. What concerns patients that are no longer monitored is ended.
  AlarmChanges restore(const AlarmArchive& archive, Moment now);

  /// The newest vitals of a patient. Unknown patients are ignored, here and below.
  AlarmChanges onVitals(const Vitals& vitals, Moment now);
  AlarmChanges onCondition(const DeviceCondition& condition, Moment now);

  /// Whether alarms are being recorded. `problem` says in words why not; empty when they are.
  AlarmChanges onStorage(const std::string& problem, Moment now);
  /// The record of earlier runs was damaged and set aside: raised once, ends when acknowledged.
  AlarmChanges onRecordDamaged(const std::string& notice, Moment now);

  /// `alert`, which was published as not recorded, is on disk now.
  AlarmChanges onRecorded(AlertId alert, Moment now);
  /// The record says that somebody else had acknowledged first: that name is put in place.
  AlarmChanges onLostAcknowledgement(const LostAcknowledgement& lost, Moment now);

  /// Everything that happens by time alone: delays, pauses that end, escalation, missing data. To
  /// be called at least four times a second.
  AlarmChanges tick(Moment now);

  AlarmAnswer acknowledge(const Acknowledge& command, const Actor& actor, Moment now);
  AlarmAnswer pauseAudio(const PauseAudio& command, const Actor& actor, Moment now);
  AlarmAnswer pauseAlarms(const PauseAlarms& command, const Actor& actor, Moment now);
  AlarmAnswer setAlarmOff(const SetAlarmOff& command, const Actor& actor, Moment now);
  AlarmAnswer setLimits(const SetLimits& command, const Actor& actor, Moment now);
  AlarmAnswer restoreLimits(const RestoreLimits& command, const Actor& actor, Moment now);
  AlarmAnswer autoLimits(const AutoLimits& command, const Actor& actor, Moment now);
  AlarmAnswer setProfile(const SetProfile& command, const Actor& actor, Moment now);
  AlarmAnswer enterObservations(const EnterObservations& command, const Actor& actor, Moment now);

  /// The open alerts of `patient`, by condition and parameter.
  std::vector<Alert> openAlerts(PatientId patient) const;
  /// `patient` must be known.
  const AlarmSettings& settingsOf(PatientId patient) const;

  std::uint64_t epoch() const;
  /// The newest revision that was given out; 0 before the first.
  std::uint64_t revision() const;

 private:
  class Impl;
  const std::unique_ptr<Impl> m_impl;
};

}  // namespace vitalwall::alarms
