// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/condition_findings.h"

#include "alarms/condition_catalogue.h"
#include "alarms/message_text.h"
#include "domain/concat.h"

namespace vitalwall::alarms {
namespace {

constexpr std::string_view kRecordGroup = "record";

/// Equipment trouble is said of a parameter; what befalls the body has a name of its own.
std::string conditionText(const ConditionKey& key) {
  const ConditionInfo* info = findCondition(key.condition);
  if (!info) return concat("Event ", key.condition.value);
  if (info->kind == AlertKind::Technical && key.parameter != MdcCode{})
    return concat(labelOf(key.parameter), ' ', info->message);
  return std::string(info->message);
}

}  // namespace

Finding conditionFinding(const ConditionKey& key, Presence presence, const UnitRules& rules) {
  const ConditionRule& rule = rules.condition(key.condition);
  Finding finding;
  finding.key = key;
  finding.presence = presence;
  finding.kind = kindOf(key.condition);
  finding.priority = rule.priority;
  finding.delay = rule.delay;
  if (presence == Presence::Present) finding.message = conditionText(key);
  return finding;
}

Finding noDataFinding(Presence presence, const UnitRules& rules) {
  return conditionFinding({mdc::kEventNoData, {}}, presence, rules);
}

Finding sourceLostFinding(const MonitoredBed& bed, Presence presence, const UnitRules& rules) {
  Finding finding = conditionFinding({mdc::kEventSourceLost, {}}, presence, rules);
  if (presence == Presence::Present) finding.message += ' ' + bed.source;
  finding.group = "source " + bed.source;
  return finding;
}

Finding storageFinding(const std::string& problem, const UnitRules& rules) {
  Finding finding = conditionFinding({mdc::kEventStorageFailing, {}},
                                     problem.empty() ? Presence::Absent : Presence::Present, rules);
  if (!problem.empty()) finding.message += ": " + problem;
  finding.group = kRecordGroup;
  return finding;
}

Finding recordDamagedFinding(const std::string& notice, const UnitRules& rules) {
  Finding finding = conditionFinding({mdc::kEventRecordDamaged, {}}, Presence::Present, rules);
  finding.message += ": " + notice;
  finding.group = kRecordGroup;
  return finding;
}

}  // namespace vitalwall::alarms
