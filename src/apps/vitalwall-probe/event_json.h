// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "apps/vitalwall-probe/plain_message.h"
#include "domain/server_event.h"

namespace vitalwall::probe {

/// One line of JSON for an event. Values are named by their screen label, an unknown code by its
/// number; a missing value is null. Text that is no UTF-8 is repaired, not refused. Pure.
std::string toJson(const ServerEvent& event);
std::string toJson(const PlainMessage& message);

}  // namespace vitalwall::probe
