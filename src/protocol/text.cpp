// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace vitalwall::protocol {
namespace {

constexpr std::string_view kOmission = "...";

std::uint8_t byteAt(std::string_view text, std::size_t i) {
  return static_cast<std::uint8_t>(text[i]);
}

bool isContinuation(std::uint8_t byte) {
  return (byte & 0xc0) == 0x80;
}

/// Length that a lead byte announces; 0 for a byte that starts no character.
std::size_t announcedLength(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/// Overlong forms, surrogates and what lies above U+10FFFF show in the second byte (Unicode,
/// table 3-7).
bool secondByteFits(std::uint8_t lead, std::uint8_t second) {
  if (lead == 0xe0) return second >= 0xa0;
  if (lead == 0xed) return second <= 0x9f;
  if (lead == 0xf0) return second >= 0x90;
  if (lead == 0xf4) return second <= 0x8f;
  return true;
}

/// Length of the well-formed character at `at`, or 0.
std::size_t characterLength(std::string_view text, std::size_t at) {
  const std::size_t length = announcedLength(byteAt(text, at));
  if (length <= 1) return length;
  if (at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!isContinuation(byteAt(text, at + i))) return 0;
  return secondByteFits(byteAt(text, at), byteAt(text, at + 1)) ? length : 0;
}

bool isDropped(char c) {
  return c == '_' || c == '-' || c == ' ';
}

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string printableExcerpt(std::string_view text) {
  const bool cut = text.size() > kExcerptLength;
  std::string excerpt(text.substr(0, cut ? kExcerptLength - kOmission.size() : text.size()));
  std::replace_if(
      excerpt.begin(), excerpt.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  if (cut) excerpt += kOmission;
  return excerpt;
}

std::string validUtf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = characterLength(text, i);
    if (length == 0)
      valid.push_back('?');
    else
      valid.append(text.substr(i, length));
    i += std::max<std::size_t>(length, 1);
  }
  return valid;
}

std::size_t characterCount(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count)
    i += std::max<std::size_t>(characterLength(text, i), 1);
  return count;
}

std::string numberText(double number) {
  std::array<char, 32> buffer{};  // the longest double has 24 characters
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return {buffer.data(), end};
}

std::string shortened(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  std::size_t end = limit > kOmission.size() ? limit - kOmission.size() : 0;
  while (end > 0 && isContinuation(byteAt(text, end))) --end;
  return std::string(text.substr(0, end)).append(kOmission);
}

std::string comparableName(std::string_view name) {
  std::string comparable;
  comparable.reserve(name.size());
  for (const char c : name)
    if (!isDropped(c)) comparable.push_back(lowered(c));
  return comparable;
}

std::optional<double> numberIn(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

}  // namespace vitalwall::protocol
