// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "patient_monitor.pb.h"
#include "protocol/response_decoder.h"

namespace vitalwall::test {

inline constexpr WallTime kReceived = WallTime(milliseconds(1'767'268'860'000));

inline PatientId bedOne() {
  return PatientId::fromName("bed 1");
}

/// A message as a server of the base contract alone writes it.
inline std::string plainMessage(std::string_view patient, std::string_view statusType,
                                std::string_view payload, std::int64_t timestamp = 0) {
  ::PatientStatusResponse response;
  response.set_patient_id(std::string(patient));
  response.set_status_type(std::string(statusType));
  response.set_payload(std::string(payload));
  response.set_timestamp(timestamp);
  return response.SerializeAsString();
}

/// The events of such a message about bed 1, received at kReceived.
inline std::vector<ServerEvent> plainEvents(std::string_view statusType, std::string_view payload,
                                            std::int64_t timestamp = 0) {
  const auto decoded = protocol::decodeResponse(
      plainMessage(bedOne().toString(), statusType, payload, timestamp), kReceived);
  return decoded.ok() ? decoded->events : std::vector<ServerEvent>();
}

/// The only event of its kind, or nullptr when there is none or more than one.
template <typename Event>
const Event* onlyEvent(const std::vector<ServerEvent>& events) {
  const Event* found = nullptr;
  for (const auto& event : events) {
    const auto* match = std::get_if<Event>(&event);
    if (match != nullptr && found != nullptr) return nullptr;
    if (match != nullptr) found = match;
  }
  return found;
}

}  // namespace vitalwall::test
