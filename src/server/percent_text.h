// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vitalwall::server {

/// Decodes %XX. nullopt for a broken escape, for what is not UTF-8 then, and for control
/// characters: the text is for people, logs and records. Pure.
std::optional<std::string> decodePercent(std::string_view text);

}  // namespace vitalwall::server
