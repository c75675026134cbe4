// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/alarm_settings.h"
#include "domain/alert.h"
#include "domain/audit.h"
#include "domain/command.h"

namespace vitalwall::alarms {

/// Who gives a command, and from where. Recorded with what the command does. Both are empty for
/// what happens by itself.
struct Actor {
  std::string person;
  std::string station;
};

/// What one input changed, each in its order. Everything in it is to be recorded, then published.
struct AlarmChanges {
  std::vector<Alert> alerts;
  std::vector<AlarmSettings> settings;
  std::vector<AuditEntry> audit;

  bool isEmpty() const { return alerts.empty() && settings.empty() && audit.empty(); }
  bool operator==(const AlarmChanges&) const = default;
};

/// The answer to a command and what it changed.
struct AlarmAnswer {
  CommandResult result;
  AlarmChanges changes;
};

}  // namespace vitalwall::alarms
