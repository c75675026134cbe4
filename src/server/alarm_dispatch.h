// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <optional>

#include "alarms/alarm_engine.h"

namespace vitalwall::server {

/// The commands that the alarm engine executes; every other one concerns the stream itself.
template <typename Body>
concept AlarmCommand = std::same_as<Body, Acknowledge> || std::same_as<Body, PauseAudio> ||
    std::same_as<Body, PauseAlarms> || std::same_as<Body, SetAlarmOff> ||
    std::same_as<Body, SetLimits> || std::same_as<Body, RestoreLimits> ||
    std::same_as<Body, AutoLimits> || std::same_as<Body, SetProfile> ||
    std::same_as<Body, EnterObservations>;

/// Gives `command` to the engine's function for it; nothing for what is no alarm command. The
/// answer and the audit carry the command's id.
std::optional<alarms::AlarmAnswer> dispatch(alarms::AlarmEngine& engine, const Command& command,
                                            const alarms::Actor& actor, Moment now);

}  // namespace vitalwall::server
