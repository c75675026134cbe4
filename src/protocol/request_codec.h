// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <absl/status/statusor.h>

#include "domain/command.h"

namespace vitalwall::protocol {

/// Serializes `command` as a PatientMonitorRequest. Subscribe, Unsubscribe and Acknowledge are
/// legible to a plain server (its unknown fields are ignored there); an acknowledgement's note too
/// is for extended ones. The other kinds must only be sent to an extended one. Pure; any thread.
std::string encodeRequest(const Command& command);

/// A request without an action that this program knows: empty oneof, or a newer extension.
struct NoAction {};

/// A request that names a patient, an alert or itself by a text (or, in set_view, bytes) that is no
/// GUID. `excerpt` is safe to log (printable,
/// at most 64 characters).
struct MalformedId {
  std::string excerpt;
};

/// A command that no server can carry out as it is: a limit that is no number, a negative pause, an
/// unknown age group, a note beyond its bound. `id` is what an answer must name; nil for a command
/// that expects none. `reason` is a sentence of ours, safe to log and to send back.
struct MalformedCommand {
  CommandId id;
  std::string reason;
};

/// What a request turned out to be. The contract ignores all but Command, counted and logged; a
/// MalformedCommand with an id should be answered as Refused.
using DecodedRequest = std::variant<Command, NoAction, MalformedId, MalformedCommand>;

/// Parses the bytes of one PatientMonitorRequest. Bytes that are no such message give
/// InvalidArgument. A plain client's command gets a nil CommandId. A command_id that is no GUID is
/// MalformedId: run without its id, the command could neither be answered nor recognised when it is
/// repeated. What checkCommand does not pass is MalformedCommand. A Hello's texts are cut to 200
/// bytes. Pure; any thread.
absl::StatusOr<DecodedRequest> decodeRequest(std::string_view bytes);

}  // namespace vitalwall::protocol
