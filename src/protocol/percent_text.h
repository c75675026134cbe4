// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Text of people in metadata, which is ASCII: percent-encoded UTF-8 (RFC 3986). Pure; any thread.
namespace vitalwall::protocol {

/// `text` with every byte as %XX that is no letter, digit or one of "-._~".
std::string encodePercent(std::string_view text);

/// Decodes %XX. nullopt for a broken escape, for what is not UTF-8 then, and for control
/// characters: the text is for people, logs and records.
std::optional<std::string> decodePercent(std::string_view text);

}  // namespace vitalwall::protocol
