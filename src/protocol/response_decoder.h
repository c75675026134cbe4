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
/// understood becomes a Notice event; only bytes that are no such message give InvalidArgument.
/// An alert of a plain server whose payload has no alert id gets one from its patient and text, so
/// that it can be shown; `receivedAt` stands in for missing times. Pure; any thread.
absl::StatusOr<DecodedResponse> decodeResponse(std::string_view bytes, WallTime receivedAt);

}  // namespace vitalwall::protocol
