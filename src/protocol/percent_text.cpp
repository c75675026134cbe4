// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/percent_text.h"

#include <charconv>
#include <cstdint>

#include "protocol/text.h"

namespace vitalwall::protocol {
namespace {

constexpr std::string_view kUnreserved =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
constexpr std::string_view kDigits = "0123456789ABCDEF";

std::optional<char> decodeEscape(std::string_view digits) {
  unsigned value = 0;
  if (digits.size() != 2) return std::nullopt;
  const auto result = std::from_chars(digits.data(), digits.data() + 2, value, 16);
  if (result.ec != std::errc() || result.ptr != digits.data() + 2) return std::nullopt;
  return static_cast<char>(value);
}

/// C0, DEL, and C1, which is U+0080 to U+009F. `text` is UTF-8.
bool hasControl(std::string_view text) {
  std::uint8_t before = 0;
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < 0x20 || byte == 0x7f || (before == 0xc2 && byte < 0xa0)) return true;
    before = byte;
  }
  return false;
}

}  // namespace

std::string encodePercent(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (kUnreserved.find(c) != std::string_view::npos)
      encoded.push_back(c);
    else
      encoded.append({'%', kDigits[byte >> 4], kDigits[byte & 0xfU]});
  }
  return encoded;
}

std::optional<std::string> decodePercent(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    if (text.front() != '%') {
      decoded.push_back(text.front());
      text.remove_prefix(1);
      continue;
    }
    const auto byte = decodeEscape(text.substr(1, 2));
    if (!byte) return std::nullopt;
    decoded.push_back(*byte);
    text.remove_prefix(3);
  }
  if (decoded != validUtf8(decoded) || hasControl(decoded)) return std::nullopt;
  return decoded;
}

}  // namespace vitalwall::protocol
