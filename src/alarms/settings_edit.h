// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "alarms/alarm_changes.h"
#include "alarms/unit_rules.h"
#include "domain/vitals.h"

namespace vitalwall::alarms {

/// What a command may depend on besides the settings it changes.
struct EditContext {
  const UnitRules& rules;
  const Vitals& vitals;  ///< what is measured now
  const Actor& actor;
  WallTime now{};
};

/// What a command makes of a patient's settings, or why it makes nothing of them.
struct SettingsEdit {
  AlarmSettings after;  ///< for Ok
  AuditAction action = AuditAction::CommandRefused;
  std::string detail;  ///< for the audit: what it is, and was before
  CommandOutcome outcome = CommandOutcome::Ok;
  std::string message;  ///< for the person who asked
  std::string by;       ///< who did it already, and when
  WallTime at{};
};

/// One function for each command. Pure: the engine puts the result in force.
SettingsEdit editSettings(const AlarmSettings& before, const PauseAudio& command,
                          const EditContext& context);
SettingsEdit editSettings(const AlarmSettings& before, const PauseAlarms& command,
                          const EditContext& context);
SettingsEdit editSettings(const AlarmSettings& before, const SetAlarmOff& command,
                          const EditContext& context);
SettingsEdit editSettings(const AlarmSettings& before, const SetLimits& command,
                          const EditContext& context);
SettingsEdit editSettings(const AlarmSettings& before, const RestoreLimits& command,
                          const EditContext& context);
SettingsEdit editSettings(const AlarmSettings& before, const AutoLimits& command,
                          const EditContext& context);
SettingsEdit editSettings(const AlarmSettings& before, const SetProfile& command,
                          const EditContext& context);
SettingsEdit editSettings(const AlarmSettings& before, const EnterObservations& command,
                          const EditContext& context);

// What they have in common.

SettingsEdit doneEdit(AlarmSettings after, AuditAction action, std::string detail);
SettingsEdit refusedEdit(std::string why);
/// It is so already: `by` since `at`.
SettingsEdit needlessEdit(std::string why, const std::string& by, WallTime at);

}  // namespace vitalwall::alarms
