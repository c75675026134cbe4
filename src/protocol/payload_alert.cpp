// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "domain/concat.h"
#include "protocol/payload_events.h"
#include "protocol/payload_metrics.h"
#include "protocol/payload_words.h"
#include "protocol/text.h"

namespace vitalwall::protocol {
namespace {

/// What the alert says for people, or an empty text.
std::string messageOf(const PayloadFields& fields) {
  return fields.text({"message", "description", "text", "title", "alertmessage"}).value_or("");
}

MdcCode parameterOf(const PayloadFields& fields) {
  const auto name = fields.text({"parameter", "metric", "vital", "vitalsign", "parametercode"});
  return name ? parameterNamed(*name).value_or(MdcCode{}) : MdcCode{};
}

/// As numbers a severity rises with the danger (0, 1, 2 and more), a priority falls (1, 2, 3).
/// Where scales differ, the reading errs towards the more urgent.
AlertPriority priorityOf(const PayloadFields& fields) {
  const auto word = fields.text({"severity", "priority", "level", "alertlevel"});
  if (word && priorityNamed(*word)) return *priorityNamed(*word);
  if (const auto severity = fields.number({"severity", "level", "alertlevel"}))
    return *severity >= 2   ? AlertPriority::High
           : *severity >= 1 ? AlertPriority::Medium
                            : AlertPriority::Low;
  if (const auto priority = fields.number({"priority"}))
    return *priority >= 3   ? AlertPriority::Low
           : *priority >= 2 ? AlertPriority::Medium
                            : AlertPriority::High;
  return AlertPriority::High;
}

AlertKind kindOf(const PayloadFields& fields) {
  const auto word = fields.text({"kind", "category", "alerttype", "type"});
  return word && comparableName(*word) == "technical" ? AlertKind::Technical
                                                      : AlertKind::Physiological;
}

MdcCode conditionOf(const PayloadFields& fields, const Alert& alert) {
  const auto word = fields.text({"condition"});
  if (word && conditionNamed(*word)) return *conditionNamed(*word);
  if (!alert.value || !alert.limit || *alert.value == *alert.limit) return {};
  return *alert.value > *alert.limit ? mdc::kEventHigh : mdc::kEventLow;
}

/// The text of an alarm without its numbers, which change while the alarm stays the same.
std::string withoutNumbers(std::string text) {
  std::erase_if(text, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
  return text;
}

/// The id that the server gave, as far as it is one.
std::optional<AlertId> givenId(const PayloadFields& fields) {
  const auto text = fields.text({"alertid", "id", "alarmid", "guid", "uuid"});
  return text ? AlertId::parse(*text) : std::nullopt;
}

AlertId standInId(const PayloadFields& fields, const Alert& alert) {
  const auto foreignId = fields.text({"alertid", "id", "alarmid"});
  const std::string name = foreignId ? *foreignId
                                     : concat(std::to_string(alert.parameter.value), "\n",
                                              withoutNumbers(alert.message));
  return AlertId::fromName(concat(alert.patient.toString(), "\n", name));
}

bool isWord(const PayloadFields& fields, std::initializer_list<std::string_view> words) {
  const auto status = fields.text({"status", "state", "alertstatus"});
  return status && std::find(words.begin(), words.end(), comparableName(*status)) != words.end();
}

bool isGone(const PayloadFields& fields, AlertChange change) {
  if (change == AlertChange::Cleared) return true;
  if (fields.flag({"active", "isactive"}) == false) return true;
  if (fields.flag({"cleared", "iscleared", "resolved", "isresolved"}) == true) return true;
  return isWord(fields, {"cleared", "resolved", "inactive", "closed", "ended"});
}

std::optional<Acknowledgement> acknowledgementOf(const PayloadFields& fields, AlertChange change,
                                                 WallTime changedAt) {
  const auto by = fields.text({"acknowledgedby", "acknowledgeduser", "ackby"});
  const bool acknowledged = change == AlertChange::Acknowledged || by ||
                            fields.flag({"acknowledged", "isacknowledged"}) == true ||
                            isWord(fields, {"acknowledged", "acked"});
  if (!acknowledged) return std::nullopt;
  return Acknowledgement{
      .by = by.value_or(""),
      .at = fields.time({"acknowledgedat", "acknowledgedtime"}).value_or(changedAt),
      .note = fields.text({"acknowledgednote", "acknowledgementnote", "note"}).value_or("")};
}

AlertState stateOf(const PayloadFields& fields, AlertChange change) {
  if (isGone(fields, change)) return AlertState::Inactive;
  return isWord(fields, {"latched"}) ? AlertState::Latched : AlertState::Active;
}

/// The cause that the server gives, or what the change of a server that gives none comes to.
AlertCause causeOf(const PayloadFields& fields, AlertChange change, AlertState state) {
  const auto word = fields.text({"cause"});
  if (word && alertCauseNamed(*word)) return *alertCauseNamed(*word);
  if (state != AlertState::Active) return AlertCause::Ended;
  return change == AlertChange::Acknowledged ? AlertCause::Acknowledged : AlertCause::Raised;
}

/// Takes the unit from the parameter: payloads write "/min" for beats and breaths alike.
Unit unitOf(MdcCode parameter) {
  const auto* info = findMetric(parameter);
  return info != nullptr ? info->unit : Unit::None;
}

Alert readAlert(const Envelope& envelope, const PayloadFields& fields, AlertChange change) {
  Alert alert;
  alert.patient = envelope.patient;
  alert.kind = kindOf(fields);
  alert.priority = priorityOf(fields);
  alert.parameter = parameterOf(fields);
  alert.value = fields.number({"value", "currentvalue", "actualvalue"});
  alert.limit = fields.number({"limit", "threshold", "limitvalue", "thresholdvalue"});
  alert.unit = unitOf(alert.parameter);
  alert.message = messageOf(fields);
  alert.condition = conditionOf(fields, alert);
  alert.state = stateOf(fields, change);
  alert.cause = causeOf(fields, change, alert.state);
  alert.changedBy = fields.text({"changedby"}).value_or("");
  alert.changedAt = fields.time({"timestamp", "time", "changedat"}).value_or(envelope.time);
  alert.raisedAt =
      fields.time({"raisedat", "triggeredat", "createdat", "startedat"}).value_or(alert.changedAt);
  alert.acknowledged = acknowledgementOf(fields, change, alert.changedAt);
  alert.group = fields.text({"group"}).value_or("");
  alert.recorded = fields.flag({"recorded"}).value_or(true);
  return alert;
}

Notice notice(const Envelope& envelope, std::string message) {
  return {envelope.patient, std::move(message)};
}

}  // namespace

std::vector<ServerEvent> alertEvents(const Envelope& envelope, const PayloadFields& fields,
                                     AlertChange change) {
  Alert alert = readAlert(envelope, fields, change);
  const auto id = givenId(fields);
  if (!id && alert.message.empty() && alert.parameter == MdcCode{})
    return {notice(envelope, "The server sent an alert without an id, a text or a parameter.")};
  alert.id = id.value_or(standInId(fields, alert));
  if (alert.message.empty()) {
    const auto* info = findMetric(alert.parameter);
    alert.message = info != nullptr ? concat(info->label, " alert") : "Alert without a text";
  }
  std::vector<ServerEvent> events{std::move(alert)};
  if (!id)
    events.emplace_back(notice(envelope,
                               "An alert came without a proper id: it is shown, but can not be "
                               "acknowledged at the server."));
  return events;
}

}  // namespace vitalwall::protocol
