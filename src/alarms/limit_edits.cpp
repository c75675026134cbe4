// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "alarms/auto_limits.h"
#include "alarms/limit_plausibility.h"
#include "alarms/message_text.h"
#include "alarms/settings_defaults.h"
#include "alarms/settings_edit.h"
#include "alarms/settings_words.h"

namespace vitalwall::alarms {
namespace {

SettingsEdit changedLimits(const AlarmSettings& before, AlarmSettings after, AuditAction action) {
  std::string changes = limitChangesText(before, after);
  if (changes.empty())
    return needlessEdit("The limits are so already.", before.changedBy, before.changedAt);
  return doneEdit(std::move(after), action, std::move(changes));
}

bool isMeasured(const Numeric& numeric) {
  return numeric.validity == Validity::Valid && numeric.value.has_value();
}

}  // namespace

SettingsEdit editSettings(const AlarmSettings& before, const SetLimits& command,
                          const EditContext& context) {
  if (!before.find(command.parameter) && !context.vitals.find(command.parameter))
    return refusedEdit(labelOf(command.parameter) + " is not measured for this patient.");
  if (auto why = implausibility(command.parameter, command.limits))
    return refusedEdit(std::move(*why));
  AlarmSettings after = before;
  alarmsOf(after, command.parameter).limits = command.limits;
  return changedLimits(before, std::move(after), AuditAction::LimitsChanged);
}

SettingsEdit editSettings(const AlarmSettings& before, const RestoreLimits& command,
                          const EditContext& /*context*/) {
  if (command.parameter && !before.find(*command.parameter))
    return refusedEdit(labelOf(*command.parameter) + " has no alarms for this patient.");
  AlarmSettings after = before;
  for (auto& alarms : after.parameters)
    if (!command.parameter || alarms.parameter == *command.parameter)
      alarms.limits = alarms.unitDefault;
  return changedLimits(before, std::move(after), AuditAction::LimitsRestored);
}

SettingsEdit editSettings(const AlarmSettings& before, const AutoLimits& /*command*/,
                          const EditContext& context) {
  const auto& numerics = context.vitals.numerics;
  if (std::none_of(numerics.begin(), numerics.end(), isMeasured))
    return refusedEdit("Nothing is measured now that limits could be set around.");
  return changedLimits(before, withAutoLimits(before, context.vitals), AuditAction::LimitsChanged);
}

}  // namespace vitalwall::alarms
