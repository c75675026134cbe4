// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/finding.h"
#include "alarms/monitored_bed.h"
#include "alarms/unit_rules.h"

namespace vitalwall::alarms {

/// A finding on a condition that is no limit, with priority and delay by the unit's rules and the
/// condition's usual message.
Finding conditionFinding(const ConditionKey& key, Presence presence, const UnitRules& rules);

/// The bed alone, or with all beds of its source, gives nothing any more.
Finding noDataFinding(Presence presence, const UnitRules& rules);
Finding sourceLostFinding(const MonitoredBed& bed, Presence presence, const UnitRules& rules);

/// `problem` in words; empty: alarms are recorded.
Finding storageFinding(const std::string& problem, const UnitRules& rules);

/// `notice` in words.
Finding recordDamagedFinding(const std::string& notice, const UnitRules& rules);

}  // namespace vitalwall::alarms
