// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/alert_payload.h"

#include <nlohmann/json.hpp>

namespace vitalwall::probe {

std::optional<AlertId> alertIdOf(const PlainMessage& message) {
  const auto json = nlohmann::json::parse(message.payload, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  for (const auto* member : {"alertId", "AlertId"}) {
    const auto found = json.find(member);
    if (found != json.end() && found->is_string())
      return AlertId::parse(found->get_ref<const std::string&>());
  }
  return std::nullopt;
}

}  // namespace vitalwall::probe
