// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitalwall::probe {

/// A status as a program generated from the base contract alone sees it, and what such a program
/// would silently skip. Read straight from the wire, so that it shares no code with the server.
struct PlainMessage {
  std::string patientId;
  std::string statusType;
  std::string payload;
  std::int64_t timestamp = 0;      ///< Unix milliseconds, UTC
  std::vector<int> foreignFields;  ///< numbers of fields that the base contract does not have
};

/// Takes the bytes of one PatientStatusResponse apart, or nullopt for bytes that are none. Pure.
std::optional<PlainMessage> parsePlainMessage(std::string_view bytes);

}  // namespace vitalwall::probe
