// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "alarms/unit_rules.h"
#include "domain/alarm_settings.h"

namespace vitalwall::alarms {

/// Why people's settings let a condition raise no alarm: AlarmsPaused for everything of the body,
/// AlarmOff for a parameter and what can be off. Nothing when it may alarm.
std::optional<AlertCause> silencedBy(const AlarmSettings& settings, const UnitRules& rules,
                                     const ConditionKey& key, AlertKind kind);

}  // namespace vitalwall::alarms
