// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <absl/status/statusor.h>

#include "domain/alarm_settings.h"

namespace vitalwall::v1 {
class AlarmSettings;
class Limits;
class News2Settings;
}  // namespace vitalwall::v1

/// Alarm settings to and from the extension's messages. Each toWire fills an empty message; text
/// that is no UTF-8 is mended. Pure; any thread.
namespace vitalwall::protocol {

void toWire(const LimitPair& limits, v1::Limits& wire);
void toWire(const News2Settings& news2, v1::News2Settings& wire);
void toWire(const AlarmSettings& settings, v1::AlarmSettings& wire);

/// Carries what is no number as it is: commands are judged by checkCommand.
LimitPair toDomain(const v1::Limits& wire);

/// InvalidArgument for a state of consciousness that is not known here.
absl::StatusOr<News2Settings> toDomain(const v1::News2Settings& wire);

/// InvalidArgument with a sentence for the person at the station. Strict where a guess would show
/// limits that do not hold: a limit that is no finite number, an unknown age group.
absl::StatusOr<AlarmSettings> toDomain(const v1::AlarmSettings& wire);

}  // namespace vitalwall::protocol
