// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/server_event.h"

namespace vitalwall::protocol {

/// One message of a server, taken apart. `events` keeps the order in which they must be applied.
struct DecodedResponse {
  std::uint64_t epoch = 0;     ///< 0 from a plain server
  std::uint64_t sequence = 0;  ///< 0 from a plain server
  std::vector<ServerEvent> events;
};

/// Parses one PatientStatusResponse, plain (JSON payload) or extended. What is inside and cannot be
/// understood becomes a Notice event; only bytes that are no such message give InvalidArgument. A
/// message without a plain part (no patient_id, status_type and payload) and without extension
/// entries has no events: a newer server may say something else in it.
///
/// Payloads: payload_events.h and payload_fields.h say what is accepted. An alert of a plain server
/// has revision 0. One whose payload has no proper alert id gets an id from its patient and text
/// (numbers aside), so that it can be shown, and a Notice, since it cannot be acknowledged.
/// `receivedAt` stands in for missing times. Pure; any thread.
absl::StatusOr<DecodedResponse> decodeResponse(std::string_view bytes, WallTime receivedAt);

}  // namespace vitalwall::protocol
