// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <absl/status/statusor.h>

#include "domain/command.h"

namespace vitalwall::protocol {

/// Serializes `command` as a PatientMonitorRequest. Subscribe, Unsubscribe and Acknowledge are
/// legible to a plain server (its unknown fields are ignored there); the other kinds must only be
/// sent to an extended one. Pure; any thread.
std::string encodeRequest(const Command& command);

/// A request without an action that this program knows: empty oneof, or a newer extension.
struct NoAction {};

/// A request that names something by a text that is no GUID. `excerpt` is safe to log (printable,
/// at most 64 characters).
struct MalformedId {
  std::string excerpt;
};

/// What a request turned out to be. The contract ignores all but Command, counted and logged.
using DecodedRequest = std::variant<Command, NoAction, MalformedId>;

/// Parses the bytes of one PatientMonitorRequest. Bytes that are no such message give
/// InvalidArgument. A plain client's command gets a nil CommandId. Pure; any thread.
absl::StatusOr<DecodedRequest> decodeRequest(std::string_view bytes);

}  // namespace vitalwall::protocol
