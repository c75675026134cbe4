// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/settings_edit.h"

#include "alarms/settings_defaults.h"
#include "alarms/settings_words.h"
#include "domain/concat.h"

namespace vitalwall::alarms {

SettingsEdit doneEdit(AlarmSettings after, AuditAction action, std::string detail) {
  SettingsEdit edit;
  edit.after = std::move(after);
  edit.action = action;
  edit.detail = std::move(detail);
  return edit;
}

SettingsEdit refusedEdit(std::string why) {
  SettingsEdit edit;
  edit.outcome = CommandOutcome::Refused;
  edit.message = why;
  edit.detail = std::move(why);
  return edit;
}

SettingsEdit needlessEdit(std::string why, const std::string& by, WallTime at) {
  SettingsEdit edit = refusedEdit(std::move(why));
  edit.outcome = CommandOutcome::AlreadyDone;
  edit.by = by;
  edit.at = at;
  return edit;
}

SettingsEdit editSettings(const AlarmSettings& before, const SetProfile& command,
                          const EditContext& context) {
  const std::string_view name = profileName(command.profile);
  if (command.profile == before.profile)
    return needlessEdit(concat("The profile is ", name, " already."), before.changedBy,
                        before.changedAt);
  AlarmSettings after = before;
  setProfileOf(after, command.profile, context.rules);
  const std::string limits = limitChangesText(before, after);
  return doneEdit(
      std::move(after), AuditAction::ProfileChanged,
      concat("Profile ", name, "; before: ", profileName(before.profile), ". ", limits));
}

SettingsEdit editSettings(const AlarmSettings& before, const EnterObservations& command,
                          const EditContext& /*context*/) {
  if (command.news2 == before.news2)
    return needlessEdit("These observations are entered already.", before.changedBy,
                        before.changedAt);
  AlarmSettings after = before;
  after.news2 = command.news2;
  return doneEdit(std::move(after), AuditAction::ObservationsEntered,
                  concat("NEWS2: ", observationsText(command.news2),
                         "; before: ", observationsText(before.news2), '.'));
}

}  // namespace vitalwall::alarms
