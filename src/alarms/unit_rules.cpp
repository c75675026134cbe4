// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/unit_rules.h"

#include "alarms/condition_catalogue.h"

namespace vitalwall::alarms {
namespace {

using namespace std::chrono_literals;

template <typename Map>
const typename Map::mapped_type& entryOf(const Map& map, const typename Map::key_type& key) {
  static const typename Map::mapped_type none;
  const auto found = map.find(key);
  return found == map.end() ? none : found->second;
}

// Delays: bedside monitors hold SpO2 off for 10 s (adjustable 0 to 30 s) and rates for 3 s; alarms
// of the heart rate must come within 10 s (IEC 60601-2-27). Pressures alarm at once: a cuff value
// comes once, and an arterial line is averaged by the monitor.
std::map<MdcCode, ParameterRule> factoryParameters() {
  return {{mdc::kHeartRate, {.delay = 3s}},
          {mdc::kPulseRate, {.delay = 3s}},
          {mdc::kSpO2, {.delay = 10s}},
          {mdc::kRespiratoryRate, {.delay = 5s}}};
}

// Lethal conditions are of high priority, at once, and stay until seen: a pause that ended by
// itself must not go unseen. NEWS2 is advice, so it waits until the score has settled. That
// surveillance itself fails is never silenced together with a parameter.
std::map<MdcCode, ConditionRule> factoryConditions() {
  const ConditionRule lethal{AlertPriority::High, 0s, true, false};
  const ConditionRule technical{AlertPriority::Medium, 0s, false, false};
  return {{mdc::kEventAsystole, lethal},
          {mdc::kEventVentricularFibrillation, lethal},
          {mdc::kEventVentricularTachycardia, lethal},
          {mdc::kEventApnoea, lethal},
          {mdc::kEventNews2, {AlertPriority::Low, 30s, false, false}},
          {mdc::kEventLeadOff, technical},
          {mdc::kEventSignalQuality, {AlertPriority::Low, 10s, false, false}},
          {mdc::kEventNoData, technical},
          {mdc::kEventSourceLost, technical},
          {mdc::kEventStorageFailing, technical},
          {mdc::kEventRecordDamaged, technical},
          {mdc::kEventClockDisagreement, {AlertPriority::Low, 0s, false, false}}};
}

// No time is given for escalation by itself: the priorities already say how soon harm would come,
// and no standard names a figure, so a unit must choose one. Pauses: the longest of the usual two
// minutes. A source is late after 10 s, as long as monitors wait for their central station.
UnitRules makeFactoryRules() {
  UnitRules rules;
  for (const auto group : {AgeGroup::Adult, AgeGroup::Paediatric, AgeGroup::Neonate})
    rules.limits[group] = defaultLimits(group);
  rules.parameters = factoryParameters();
  rules.conditions = factoryConditions();
  return rules;
}

}  // namespace

const ConditionRule& UnitRules::condition(MdcCode condition) const {
  return entryOf(conditions, condition);
}

const ParameterRule& UnitRules::parameter(MdcCode parameter) const {
  return entryOf(parameters, parameter);
}

const LimitPair& UnitRules::limitsOf(AgeGroup group, MdcCode parameter) const {
  return entryOf(entryOf(limits, group), parameter);
}

const UnitRules& factoryRules() {
  static const UnitRules rules = makeFactoryRules();
  return rules;
}

bool latches(const UnitRules& rules, const Alert& alert) {
  if (alert.kind == AlertKind::Technical) return false;
  if (isLimitCondition(alert.condition))
    return alert.priority == AlertPriority::High &&
           rules.parameter(alert.parameter).latchingExtreme;
  return rules.condition(alert.condition).latching;
}

bool canBeOff(const UnitRules& rules, const ConditionKey& key) {
  return isLimitCondition(key.condition) || rules.condition(key.condition).canBeOff;
}

}  // namespace vitalwall::alarms
