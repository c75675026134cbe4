// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "domain/clock.h"

namespace vitalwall::protocol {

/// A time from the wire, brought into the years 1970 to 9999: later arithmetic and formatting must
/// not overflow on a peer's absurd number.
WallTime boundedTime(std::int64_t unixMillis);

/// A time of a JSON payload in Unix milliseconds; nullopt for what lies outside those years.
std::optional<WallTime> timeFromMillis(double unixMillis);

/// A time written as ISO 8601: date, 'T' or blank, hours and minutes, optional seconds with any
/// fraction (cut to milliseconds), optional zone ("Z", "+02:00", "-0330"; none means UTC).
/// nullopt for anything else, and for what lies outside those years (.NET writes a time that was
/// never set as year 1).
std::optional<WallTime> timeFromIso(std::string_view text);

}  // namespace vitalwall::protocol
