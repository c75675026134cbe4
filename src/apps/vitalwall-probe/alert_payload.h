// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "apps/vitalwall-probe/plain_message.h"
#include "domain/ids.h"

namespace vitalwall::probe {

/// The alertId (or AlertId) member of an alert's JSON payload, or nullopt if there is none.
std::optional<AlertId> alertIdOf(const PlainMessage& message);

/// The acknowledgedBy (or AcknowledgedBy) member of an alert's JSON payload; empty if there is
/// none.
std::string acknowledgedBy(const PlainMessage& message);

}  // namespace vitalwall::probe
