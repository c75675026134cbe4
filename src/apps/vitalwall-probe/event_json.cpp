// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/event_json.h"

#include <nlohmann/json.hpp>

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

Json describe(const Alert& alert) {
  return {{"type", "alert"},
          {"patient", alert.patient.toString()},
          {"time", toUnixMillis(alert.changedAt)},
          {"alert", alert.id.toString()},
          {"revision", alert.revision},
          {"active", alert.isActive()},
          {"priority", priorityPrefix(alert.priority)},
          {"message", alert.message},
          {"acknowledgedBy", alert.acknowledged ? Json(alert.acknowledged->by) : Json(nullptr)}};
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
