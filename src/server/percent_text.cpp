// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/percent_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace vitalwall::server {
namespace {

std::optional<char> decodeEscape(std::string_view digits) {
  unsigned value = 0;
  if (digits.size() != 2) return std::nullopt;
  const auto result = std::from_chars(digits.data(), digits.data() + 2, value, 16);
  if (result.ec != std::errc() || result.ptr != digits.data() + 2) return std::nullopt;
  return static_cast<char>(value);
}

bool isControl(std::uint32_t character) {
  return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

/// Bytes of the character that begins with `lead`; 0 when none can.
std::size_t lengthOf(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  return 0;
}

/// The character at the front of `text`, which it removes; nullopt when that is no UTF-8.
std::optional<std::uint32_t> takeCharacter(std::string_view& text) {
  constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const auto lead = static_cast<std::uint8_t>(text.front());
  const std::size_t length = lengthOf(lead);
  if (length == 0 || text.size() < length) return std::nullopt;
  std::uint32_t character = length == 1 ? lead : lead & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if ((byte & 0xc0) != 0x80) return std::nullopt;
    character = (character << 6) | (byte & 0x3fU);
  }
  const bool isSurrogate = character >= 0xd800 && character < 0xe000;
  if (character < kSmallest[length] || character > 0x10ffff || isSurrogate) return std::nullopt;
  text.remove_prefix(length);
  return character;
}

bool isCleanText(std::string_view text) {
  while (!text.empty()) {
    const auto character = takeCharacter(text);
    if (!character || isControl(*character)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> decodePercent(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    if (text.front() != '%') {
      decoded.push_back(text.front());
      text.remove_prefix(1);
      continue;
    }
    const auto character = decodeEscape(text.substr(1, 2));
    if (!character) return std::nullopt;
    decoded.push_back(*character);
    text.remove_prefix(3);
  }
  if (!isCleanText(decoded)) return std::nullopt;
  return decoded;
}

}  // namespace vitalwall::server
