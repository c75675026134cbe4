// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Foreign text made safe to show, log or send. Pure; any thread.
namespace vitalwall::protocol {

/// Longest excerpt of a foreign text in a log or notice, in characters.
inline constexpr std::size_t kExcerptLength = 64;

/// The beginning of `text` in printable ASCII, anything else as '?'; at most kExcerptLength
/// characters, the last three of them dots where something was left out.
std::string printableExcerpt(std::string_view text);

/// `text` with every byte that is no part of well-formed UTF-8 as '?'. protobuf's string fields
/// carry UTF-8 only: a label from an old recording in Latin-1 would make the whole message
/// unreadable for the receiver.
std::string validUtf8(std::string_view text);

/// The shortest text that is exactly `number`.
std::string numberText(double number);

/// `text` up to `limit` bytes, cut between characters, with "..." where something was left out.
std::string shortened(std::string_view text, std::size_t limit);

/// Characters of `text`; every byte that is no part of well-formed UTF-8 counts as one.
std::size_t characterCount(std::string_view text);

/// `name` as payload names are compared: lower case, without '_', '-' and blanks.
std::string comparableName(std::string_view name);

/// The whole of `text`, blanks around it aside, as a number; a value that is not finite is returned
/// as it is.
std::optional<double> numberIn(std::string_view text);

}  // namespace vitalwall::protocol
