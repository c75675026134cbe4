// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <type_traits>

#include "domain/alarm_settings.h"
#include "domain/alert.h"
#include "domain/audit.h"
#include "domain/command.h"
#include "domain/order.h"

// The columns of what is recorded. Each function serves reading and writing, so it takes its value
// const or not.

namespace vitalwall {

template <typename T, typename Value>
concept MaybeConst = std::is_same_v<std::remove_const_t<T>, Value>;

void visitColumns(MaybeConst<Acknowledgement> auto& value, auto& visit) {
  visit("by", value.by);
  visit("at", value.at);
  visit("note", value.note);
}

/// Alert::recorded is no column: what is here is recorded.
void visitColumns(MaybeConst<Alert> auto& value, auto& visit) {
  visit("id", value.id);
  visit("patient", value.patient);
  visit("revision", value.revision);
  visit("kind", value.kind);
  visit("priority", value.priority);
  visit("condition", value.condition);
  visit("parameter", value.parameter);
  visit("value", value.value);
  visit("crossed_limit", value.limit);
  visit("unit", value.unit);
  visit("message", value.message);
  visit("state", value.state);
  visit("cause", value.cause);
  visit("changed_by", value.changedBy);
  visit("raised_at", value.raisedAt);
  visit("changed_at", value.changedAt);
  visit("alert_group", value.group);
  visit.group("acknowledged_", value.acknowledged);
}

void visitColumns(MaybeConst<TimedPause> auto& value, auto& visit) {
  visit("by", value.by);
  visit("at", value.at);
  visit("until", value.until);
}

void visitColumns(MaybeConst<News2Settings> auto& value, auto& visit) {
  visit("scale2", value.scale2);
  visit("supplemental_oxygen", value.supplementalOxygen);
  visit("consciousness", value.consciousness);
}

/// The parameters are rows of their own.
void visitColumns(MaybeConst<AlarmSettings> auto& value, auto& visit) {
  visit("patient", value.patient);
  visit("revision", value.revision);
  visit("profile", value.profile);
  visit.group("audio_paused_", value.audioPaused);
  visit.group("alarms_paused_", value.alarmsPaused);
  visit.group("news2_", value.news2);
  visit("changed_by", value.changedBy);
  visit("changed_at", value.changedAt);
}

void visitColumns(MaybeConst<LimitPair> auto& value, auto& visit) {
  visit("low", value.low);
  visit("high", value.high);
  visit("extreme_low", value.extremeLow);
  visit("extreme_high", value.extremeHigh);
}

void visitColumns(MaybeConst<AlarmOff> auto& value, auto& visit) {
  visit("reason", value.reason);
  visit("by", value.by);
  visit("at", value.at);
}

void visitColumns(MaybeConst<ParameterAlarms> auto& value, auto& visit) {
  visit("parameter", value.parameter);
  visit.group("limit_", value.limits);
  visit.group("default_", value.unitDefault);
  visit.group("off_", value.off);
}

void visitColumns(MaybeConst<Order> auto& value, auto& visit) {
  visit("id", value.id);
  visit("patient", value.patient);
  visit("description", value.description);
  visit("status", value.status);
  visit("changed_by", value.changedBy);
  visit("changed_at", value.changedAt);
}

void visitColumns(MaybeConst<AuditEntry> auto& value, auto& visit) {
  visit("at", value.at);
  visit("action", value.action);
  visit("person", value.person);
  visit("station", value.station);
  visit("patient", value.patient);
  visit("alert", value.alert);
  visit("command", value.command);
  visit("detail", value.detail);
}

void visitColumns(MaybeConst<CommandResult> auto& value, auto& visit) {
  visit("id", value.id);
  visit("outcome", value.outcome);
  visit("message", value.message);
  visit("answered_by", value.by);
  visit("answered_at", value.at);
}

}  // namespace vitalwall
