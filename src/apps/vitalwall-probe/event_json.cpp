// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/event_json.h"

#include <nlohmann/json.hpp>

#include "protocol/payload_words.h"

namespace vitalwall::probe {
namespace {

using Json = nlohmann::ordered_json;

std::string nameOf(MdcCode code) {
  const auto* metric = findMetric(code);
  return metric ? std::string(metric->label) : std::to_string(code.value);
}

template <typename T>
Json orNull(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json describe(const Vitals& vitals) {
  Json values = Json::object();
  for (const auto& numeric : vitals.numerics) values[nameOf(numeric.code)] = orNull(numeric.value);
  return {{"type", "vitals"},
          {"patient", vitals.patient.toString()},
          {"time", toUnixMillis(vitals.sourceTime)},
          {"values", std::move(values)}};
}

Json describe(const WaveBlock& block) {
  return {{"type", "wave"},
          {"patient", block.patient.toString()},
          {"time", toUnixMillis(block.sourceTime)},
          {"channel", block.channel},
          {"first", block.firstSample},
          {"samples", block.samples.size()}};
}

/// A time that may not be there, in Unix milliseconds.
Json timeOrNull(const std::optional<TimedPause>& pause) {
  return pause ? Json(toUnixMillis(pause->until)) : Json(nullptr);
}

Json describe(const ParameterAlarms& alarms) {
  return {{"low", orNull(alarms.limits.low)},
          {"high", orNull(alarms.limits.high)},
          {"extremeLow", orNull(alarms.limits.extremeLow)},
          {"extremeHigh", orNull(alarms.limits.extremeHigh)},
          {"deviates", alarms.deviates()},
          {"offReason", alarms.off ? Json(alarms.off->reason) : Json(nullptr)}};
}

Json describe(const News2Settings& news2) {
  const auto state = news2.consciousness;
  return {{"scale2", news2.scale2},
          {"supplementalOxygen", orNull(news2.supplementalOxygen)},
          {"consciousness", state ? Json(static_cast<int>(*state)) : Json(nullptr)}};
}

Json describe(const AlarmSettings& settings) {
  Json parameters = Json::object();
  for (const auto& alarms : settings.parameters)
    parameters[nameOf(alarms.parameter)] = describe(alarms);
  return {{"type", "alarm_settings"},
          {"patient", settings.patient.toString()},
          {"time", toUnixMillis(settings.changedAt)},
          {"revision", settings.revision},
          {"profile", static_cast<int>(settings.profile)},
          {"parameters", std::move(parameters)},
          {"audioPausedUntil", timeOrNull(settings.audioPaused)},
          {"alarmsPausedUntil", timeOrNull(settings.alarmsPaused)},
          {"news2", describe(settings.news2)},
          {"changedBy", settings.changedBy},
          {"recorded", settings.recorded}};
}

Json describe(const Alert& alert) {
  const auto& acknowledged = alert.acknowledged;
  return {{"type", "alert"},
          {"patient", alert.patient.toString()},
          {"time", toUnixMillis(alert.changedAt)},
          {"alert", alert.id.toString()},
          {"revision", alert.revision},
          {"active", alert.isOpen()},
          {"state", protocol::wordFor(alert.state)},
          {"cause", protocol::wordFor(alert.cause)},
          {"changedBy", alert.changedBy},
          {"priority", priorityPrefix(alert.priority)},
          {"message", alert.message},
          {"acknowledgedBy", acknowledged ? Json(acknowledged->by) : Json(nullptr)},
          {"note", acknowledged ? Json(acknowledged->note) : Json(nullptr)},
          {"group", alert.group},
          {"recorded", alert.recorded}};
}

Json describe(const Order& order) {
  return {{"type", "order"},
          {"patient", order.patient.toString()},
          {"time", toUnixMillis(order.changedAt)},
          {"order", order.id.toString()},
          {"status", static_cast<int>(order.status)},
          {"description", order.description}};
}

Json describe(const CommandResult& result) {
  return {{"type", "command_result"},
          {"command", result.id.toString()},
          {"outcome", static_cast<int>(result.outcome)},
          {"message", result.message},
          {"by", result.by}};
}

Json describe(const ServerHeartbeat& heartbeat) {
  return {{"type", "heartbeat"}, {"time", toUnixMillis(heartbeat.serverTime)}};
}

Json describe(const SnapshotEnd& end) {
  return {{"type", "snapshot_end"},
          {"patient", end.patient.toString()},
          {"epoch", end.cursor.epoch},
          {"revision", end.cursor.revision},
          {"complete", end.complete}};
}

Json describe(const Notice& notice) {
  return {{"type", "notice"}, {"message", notice.message}};
}

std::string toLine(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string toJson(const ServerEvent& event) {
  return toLine(std::visit([](const auto& kind) { return describe(kind); }, event));
}

std::string toJson(const PlainMessage& message) {
  return toLine({{"type", "status"},
                 {"patient", message.patientId},
                 {"time", message.timestamp},
                 {"status_type", message.statusType},
                 {"payload", message.payload}});
}

}  // namespace vitalwall::probe
