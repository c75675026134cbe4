// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/alert.h"
#include "domain/order.h"
#include "domain/vitals.h"

/// The words of JSON payloads, ours and those of other servers. Case, '_', '-' and blanks make no
/// difference; an unknown word is nullopt. Pure; any thread.
namespace vitalwall::protocol {

std::optional<AlertPriority> priorityNamed(std::string_view word);
std::optional<AlertCause> alertCauseNamed(std::string_view word);
std::optional<OrderStatus> orderStatusNamed(std::string_view word);
std::optional<Validity> validityNamed(std::string_view word);

/// "high", "low", "leadOff" or an 11073 code.
std::optional<MdcCode> conditionNamed(std::string_view word);

/// What our payloads write, and the functions above read.
std::string_view wordFor(AlertPriority priority);
std::string_view wordFor(AlertState state);
std::string_view wordFor(AlertCause cause);
std::string_view wordFor(OrderStatus status);
std::string_view wordFor(Validity validity);
std::string wordForCondition(MdcCode condition);

}  // namespace vitalwall::protocol
