// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "alarms/message_text.h"
#include "alarms/settings_defaults.h"
#include "alarms/settings_edit.h"
#include "domain/concat.h"

namespace vitalwall::alarms {
namespace {

/// What the pauses of sound and of alarms differ in.
struct PauseKind {
  std::optional<TimedPause> AlarmSettings::*pause;
  std::string_view name;
  std::string_view verb;
  AuditAction paused;
  AuditAction resumed;
};

constexpr PauseKind kAudio{&AlarmSettings::audioPaused, "Sound", "is", AuditAction::AudioPaused,
                           AuditAction::AudioResumed};
constexpr PauseKind kAlarms{&AlarmSettings::alarmsPaused, "Alarms", "are",
                            AuditAction::AlarmsPaused, AuditAction::AlarmsResumed};

std::string beforeText(const std::optional<TimedPause>& pause, WallTime now) {
  if (!pause) return "before: not paused.";
  const auto left = std::chrono::ceil<std::chrono::seconds>(pause->until - now).count();
  return concat("before: paused by ", pause->by, ", ", left, " s left.");
}

SettingsEdit resume(const AlarmSettings& before, const PauseKind& kind, WallTime now) {
  const auto& pause = before.*kind.pause;
  if (!pause) return needlessEdit(concat(kind.name, ' ', kind.verb, " not paused."), {}, now);
  AlarmSettings after = before;
  (after.*kind.pause).reset();
  return doneEdit(std::move(after), kind.resumed,
                  concat(kind.name, " resumed; ", beforeText(pause, now)));
}

SettingsEdit pauseFor(const AlarmSettings& before, const PauseKind& kind,
                      std::chrono::seconds duration, const EditContext& context) {
  if (duration <= duration.zero()) return resume(before, kind, context.now);
  const auto granted = std::min(duration, context.rules.longestPause);
  AlarmSettings after = before;
  after.*kind.pause = TimedPause{context.actor.person, context.now, context.now + granted};
  SettingsEdit edit = doneEdit(std::move(after), kind.paused,
                               concat(kind.name, " paused for ", granted.count(), " s; ",
                                      beforeText(before.*kind.pause, context.now)));
  if (granted < duration)
    edit.message = concat("Paused for ", granted.count(), " s, the longest that the unit allows.");
  return edit;
}

SettingsEdit turnOn(const AlarmSettings& before, const ParameterAlarms& alarms) {
  const std::string label = labelOf(alarms.parameter);
  if (!alarms.off)
    return needlessEdit("The alarms of " + label + " are on.", before.changedBy, before.changedAt);
  AlarmSettings after = before;
  alarmsOf(after, alarms.parameter).off.reset();
  return doneEdit(
      std::move(after), AuditAction::AlarmTurnedOn,
      concat(label, " alarms on; before: off by ", alarms.off->by, " (", alarms.off->reason, ")."));
}

bool isBlank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

SettingsEdit turnOff(const AlarmSettings& before, const ParameterAlarms& alarms,
                     const std::string& reason, const EditContext& context) {
  const std::string label = labelOf(alarms.parameter);
  if (isBlank(reason)) return refusedEdit("Say why the alarms of " + label + " are turned off.");
  if (alarms.off)
    return needlessEdit("The alarms of " + label + " are off already.", alarms.off->by,
                        alarms.off->at);
  AlarmSettings after = before;
  alarmsOf(after, alarms.parameter).off = AlarmOff{reason, context.actor.person, context.now};
  return doneEdit(std::move(after), AuditAction::AlarmTurnedOff,
                  concat(label, " alarms off (", reason, "); before: on."));
}

}  // namespace

SettingsEdit editSettings(const AlarmSettings& before, const PauseAudio& command,
                          const EditContext& context) {
  return pauseFor(before, kAudio, command.duration, context);
}

SettingsEdit editSettings(const AlarmSettings& before, const PauseAlarms& command,
                          const EditContext& context) {
  return pauseFor(before, kAlarms, command.duration, context);
}

SettingsEdit editSettings(const AlarmSettings& before, const SetAlarmOff& command,
                          const EditContext& context) {
  const ParameterAlarms* alarms = before.find(command.parameter);
  if (!alarms) return refusedEdit(labelOf(command.parameter) + " has no alarms for this patient.");
  return command.off ? turnOff(before, *alarms, command.reason, context) : turnOn(before, *alarms);
}

}  // namespace vitalwall::alarms
