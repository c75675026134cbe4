// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "alarms/alarm_changes.h"
#include "alarms/answered_alarms.h"
#include "alarms/bed.h"
#include "alarms/source_watch.h"
#include "domain/alarm_repository.h"

namespace vitalwall::alarms {

/// The alarm rules of a ward (IEC 60601-1-8): measurements, commands and time in, alarm revisions
/// out. At most one open episode per patient and condition; every change of an alert or of a
/// patient's settings is a new revision, and revisions rise over the whole engine.
///
/// Every command leaves exactly one row for the audit: what it did, or why it did nothing.
///
/// Has no clock, thread or I/O: the same calls give the same revisions. Not thread-safe.
class AlarmEngine {
 public:
  /// `epoch` names this run: alert ids are made from it and a counter, so that runs never share
  /// one.
  AlarmEngine(std::uint64_t epoch, UnitRules rules, const std::vector<MonitoredBed>& beds);

  /// Goes on where an earlier run stopped: same ids, revisions, acknowledgements and settings. Call
  /// once, before anything else. What concerns patients that are no longer monitored is ended;
  /// settings of new patients, and those that the time or the unit's rules have changed, get a
  /// revision.
  AlarmChanges restore(const AlarmArchive& archive, Moment now);

  /// The newest vitals of a patient. Unknown patients are ignored, here and below; so are vitals
  /// that come late, after newer ones.
  AlarmChanges onVitals(const Vitals& vitals, Moment now);
  AlarmChanges onCondition(const DeviceCondition& condition, Moment now);

  /// Whether alarms are being recorded. `problem` says in words why not; empty when they are.
  AlarmChanges onStorage(const std::string& problem, Moment now);
  /// The record of earlier runs was damaged and set aside: raised once, ends when acknowledged.
  AlarmChanges onRecordDamaged(const std::string& notice, Moment now);

  /// `alert`, which was published as not recorded, is on disk now.
  AlarmChanges onRecorded(AlertId alert, Moment now);
  /// The settings of `patient`, which were published as not recorded, are on disk now.
  AlarmChanges onRecorded(PatientId patient, Moment now);
  /// Revisions up to `revision` were given out by an earlier run whose record was found too late.
  void passRevision(std::uint64_t revision);
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

  std::uint64_t epoch() const { return m_numbering.epoch; }
  /// The newest revision that was given out; 0 before the first.
  std::uint64_t revision() const { return m_numbering.revision; }

 private:
  /// What the beds refer to: at one address, wherever the engine is moved.
  struct Law {
    explicit Law(UnitRules unitRules) : rules(std::move(unitRules)) {}

    UnitRules rules;
    Judge judge;
  };

  Bed* find(PatientId patient);
  Bed* bedOf(AlertId alert);
  void restoreAlert(const Alert& alert, ChangeSet& changes);
  void judgeSilence(Bed& bed, ChangeSet& changes);
  AlarmChanges finish(ChangeSet& changes);

  template <typename SettingsCommand>
  AlarmAnswer change(const SettingsCommand& command, const Actor& actor, Moment now);
  AlarmAnswer refuseAcknowledge(AlertId alert, const Acknowledgement* first, const Actor& actor,
                                ChangeSet& changes);

  std::unique_ptr<const Law> m_law;
  SourceWatch m_watch;
  std::map<PatientId, Bed> m_beds;
  Numbering m_numbering;
  AnsweredAlarms m_answered;
  std::string m_storageProblem;
};

}  // namespace vitalwall::alarms
