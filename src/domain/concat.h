// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <locale>
#include <sstream>
#include <string>
#include <utility>

namespace vitalwall {

/// The parts written one after the other, numbers as in C whatever the locale. For sentences, not
/// for hot paths. (absl::StrCat would do, but on Debian 12 it does not take std::string_view.)
template <typename... Parts>
std::string concat(const Parts&... parts) {
  std::ostringstream text;
  text.imbue(std::locale::classic());
  (text << ... << parts);
  return std::move(text).str();
}

}  // namespace vitalwall
