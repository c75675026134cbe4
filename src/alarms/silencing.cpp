// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/silencing.h"

namespace vitalwall::alarms {

std::optional<AlertCause> silencedBy(const AlarmSettings& settings, const UnitRules& rules,
                                     const ConditionKey& key, AlertKind kind) {
  if (kind == AlertKind::Physiological && settings.alarmsPaused) return AlertCause::AlarmsPaused;
  const ParameterAlarms* alarms = settings.find(key.parameter);
  if (alarms && alarms->off && canBeOff(rules, key)) return AlertCause::AlarmOff;
  return std::nullopt;
}

}  // namespace vitalwall::alarms
