// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/alert_payload.h"

#include <nlohmann/json.hpp>

namespace vitalwall::probe {
namespace {

/// The text under one of a member's two spellings, or an empty one.
std::string textOf(const PlainMessage& message, const char* camel, const char* pascal) {
  const auto json = nlohmann::json::parse(message.payload, nullptr, false);
  if (!json.is_object()) return {};
  for (const auto* member : {camel, pascal}) {
    const auto found = json.find(member);
    if (found != json.end() && found->is_string()) return found->get<std::string>();
  }
  return {};
}

}  // namespace

std::optional<AlertId> alertIdOf(const PlainMessage& message) {
  return AlertId::parse(textOf(message, "alertId", "AlertId"));
}

std::string acknowledgedBy(const PlainMessage& message) {
  return textOf(message, "acknowledgedBy", "AcknowledgedBy");
}

}  // namespace vitalwall::probe
