// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/guid.h"

#include <algorithm>
#include <random>

namespace vitalwall {
namespace {

constexpr std::size_t kHyphenatedLength = 36;
constexpr std::size_t kPlainLength = 32;
constexpr std::string_view kHexDigits = "0123456789abcdef";

int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool isBlank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  return text;
}

bool isBracketed(std::string_view text) {
  if (text.size() != kHyphenatedLength + 2) return false;
  return (text.front() == '{' && text.back() == '}') || (text.front() == '(' && text.back() == ')');
}

bool isHyphenPosition(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

/// The 32 digits of a hyphenated text, or nothing where a hyphen is missing or misplaced.
std::optional<std::string> withoutHyphens(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isHyphenPosition(i) != (text[i] == '-')) return std::nullopt;
    if (text[i] != '-') digits.push_back(text[i]);
  }
  return digits;
}

std::optional<Guid> fromDigits(std::string_view digits) {
  Guid::Bytes bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const int high = hexValue(digits[2 * i]);
    const int low = hexValue(digits[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Guid(bytes);
}

Guid withVersion(Guid::Bytes bytes, std::uint8_t version) {
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
  return Guid(bytes);
}

std::uint64_t fnv1a(std::string_view text, std::uint64_t basis) {
  for (const char c : text) basis = (basis ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
  return basis;
}

}  // namespace

std::optional<Guid> Guid::parse(std::string_view text) {
  text = trimmed(text);
  if (isBracketed(text)) text = text.substr(1, kHyphenatedLength);
  if (text.size() == kPlainLength) return fromDigits(text);
  if (text.size() != kHyphenatedLength) return std::nullopt;
  const auto digits = withoutHyphens(text);
  return digits ? fromDigits(*digits) : std::nullopt;
}

Guid Guid::fromName(std::string_view name) {
  const std::uint64_t high = fnv1a(name, 0xcbf29ce484222325ULL);
  const std::uint64_t low = fnv1a(name, high ^ 0x9e3779b97f4a7c15ULL);
  Bytes bytes{};
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<std::uint8_t>(high >> (8 * i));
    bytes[8 + i] = static_cast<std::uint8_t>(low >> (8 * i));
  }
  return withVersion(bytes, 8);
}

Guid Guid::random() {
  std::random_device entropy;
  Bytes bytes{};
  std::generate(bytes.begin(), bytes.end(),
                [&entropy] { return static_cast<std::uint8_t>(entropy()); });
  return withVersion(bytes, 4);
}

std::string Guid::toString() const {
  std::string text;
  text.reserve(kHyphenatedLength);
  for (const auto byte : m_bytes) {
    if (isHyphenPosition(text.size())) text.push_back('-');
    text.push_back(kHexDigits[byte >> 4]);
    text.push_back(kHexDigits[byte & 0x0f]);
  }
  return text;
}

}  // namespace vitalwall
