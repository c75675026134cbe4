// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of the alarm engine.
#include "alarms/alarm_engine.h"
#include "alarms/settings_edit.h"
#include "domain/concat.h"

namespace vitalwall::alarms {
namespace {

constexpr std::string_view kNoSuchPatient = "No such patient is monitored here.";
constexpr std::string_view kNoSuchAlarm = "This alarm is over, or was never raised here.";

AuditEntry entryOf(const Actor& actor, AuditAction action, std::string detail) {
  AuditEntry entry;
  entry.action = action;
  entry.person = actor.person;
  entry.station = actor.station;
  entry.detail = std::move(detail);
  return entry;
}

CommandResult resultOf(const SettingsEdit& edit, const Actor& actor, WallTime now) {
  CommandResult result;
  result.outcome = edit.outcome;
  result.message = edit.message;
  const bool isDone = edit.outcome == CommandOutcome::Ok;
  result.by = isDone ? actor.person : edit.by;
  result.at = isDone ? now : edit.at;
  return result;
}

SettingsEdit noSuchPatient() {
  SettingsEdit edit = refusedEdit(std::string(kNoSuchPatient));
  edit.outcome = CommandOutcome::NotFound;
  return edit;
}

std::string acknowledgedText(const Alert& alert) {
  const std::string text =
      concat(alert.message, alert.isOpen() ? " acknowledged." : " seen, and over.");
  return alert.acknowledged->note.empty() ? text : text + " Note: " + alert.acknowledged->note;
}

}  // namespace

template <typename SettingsCommand>
AlarmAnswer AlarmEngine::change(const SettingsCommand& command, const Actor& actor, Moment now) {
  ChangeSet changes(m_numbering, now);
  Bed* bed = find(command.patient);
  const SettingsEdit edit =
      bed ? editSettings(bed->settings(), command, {m_law->rules, bed->vitals(), actor, now.wall})
          : noSuchPatient();
  if (edit.outcome == CommandOutcome::Ok) bed->adopt(edit.after, actor, changes);
  AuditEntry entry = entryOf(actor, edit.action, edit.detail);
  entry.patient = command.patient;
  changes.audit(std::move(entry));
  return {resultOf(edit, actor, now.wall), finish(changes)};
}

AlarmAnswer AlarmEngine::acknowledge(const Acknowledge& command, const Actor& actor, Moment now) {
  ChangeSet changes(m_numbering, now);
  Bed* bed = bedOf(command.alert);
  if (!bed) return refuseAcknowledge(command.alert, m_answered.find(command.alert), actor, changes);
  Episode& episode = *bed->find(command.alert);
  if (!episode.acknowledge({actor.person, now.wall, command.note}))
    return refuseAcknowledge(command.alert, &*episode.alert().acknowledged, actor, changes);

  const Alert& alert = episode.alert();
  AuditEntry entry =
      entryOf(actor, alert.isOpen() ? AuditAction::AlarmAcknowledged : AuditAction::AlarmReset,
              acknowledgedText(alert));
  entry.patient = alert.patient;
  entry.alert = alert.id;
  changes.audit(std::move(entry));
  bed->publish(episode, changes);
  CommandResult result;
  result.by = actor.person;
  result.at = now.wall;
  return {std::move(result), finish(changes)};
}

AlarmAnswer AlarmEngine::refuseAcknowledge(AlertId alert, const Acknowledgement* first,
                                           const Actor& actor, ChangeSet& changes) {
  CommandResult result;
  result.outcome = first ? CommandOutcome::AlreadyDone : CommandOutcome::NotFound;
  result.message =
      first ? concat("Already acknowledged by ", first->by, '.') : std::string(kNoSuchAlarm);
  if (first) result.by = first->by;
  if (first) result.at = first->at;
  AuditEntry entry = entryOf(actor, AuditAction::CommandRefused, result.message);
  entry.alert = alert;
  changes.audit(std::move(entry));
  return {std::move(result), finish(changes)};
}

AlarmAnswer AlarmEngine::pauseAudio(const PauseAudio& command, const Actor& actor, Moment now) {
  return change(command, actor, now);
}

AlarmAnswer AlarmEngine::pauseAlarms(const PauseAlarms& command, const Actor& actor, Moment now) {
  return change(command, actor, now);
}

AlarmAnswer AlarmEngine::setAlarmOff(const SetAlarmOff& command, const Actor& actor, Moment now) {
  return change(command, actor, now);
}

AlarmAnswer AlarmEngine::setLimits(const SetLimits& command, const Actor& actor, Moment now) {
  return change(command, actor, now);
}

AlarmAnswer AlarmEngine::restoreLimits(const RestoreLimits& command, const Actor& actor,
                                       Moment now) {
  return change(command, actor, now);
}

AlarmAnswer AlarmEngine::autoLimits(const AutoLimits& command, const Actor& actor, Moment now) {
  return change(command, actor, now);
}

AlarmAnswer AlarmEngine::setProfile(const SetProfile& command, const Actor& actor, Moment now) {
  return change(command, actor, now);
}

AlarmAnswer AlarmEngine::enterObservations(const EnterObservations& command, const Actor& actor,
                                           Moment now) {
  return change(command, actor, now);
}

}  // namespace vitalwall::alarms
