// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <locale>
#include <sstream>
#include <string>

namespace vitalwall::sources {

/// The parts written one after the other, numbers as in C whatever the locale. Abseil's StrCat is
/// not used because its string_view is not the standard's on Debian 12.
template <typename... Parts>
std::string concat(const Parts&... parts) {
  std::ostringstream text;
  text.imbue(std::locale::classic());
  (text << ... << parts);
  return std::move(text).str();
}

}  // namespace vitalwall::sources
