// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace vitalwall {

/// A 128-bit identifier as the wire contract writes it. Value type, any thread.
class Guid {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  /// The nil GUID (all zero bits), which names nothing.
  constexpr Guid() = default;
  constexpr explicit Guid(const Bytes& bytes) : m_bytes(bytes) {}

  /// Accepts what .NET's Guid.TryParse accepts of the contract's forms: 32 hex digits, hyphenated
  /// 8-4-4-4-12, either of the hyphenated form in {} or (), any letter case, surrounding blanks.
  /// Anything else is nullopt.
  static std::optional<Guid> parse(std::string_view text);

  /// A GUID that depends on nothing but `name` (version 8, FNV-1a): the same recording is the same
  /// patient after every restart.
  static Guid fromName(std::string_view name);

  /// A random (version 4) GUID from the system's entropy. Thread-safe.
  static Guid random();

  /// Hyphenated lower-case form, the only one that we send.
  std::string toString() const;

  const Bytes& bytes() const { return m_bytes; }
  bool isNil() const { return m_bytes == Bytes{}; }

  // As two numbers: every list of patients is searched by them.
  bool operator==(const Guid& other) const {
    return half(0) == other.half(0) && half(8) == other.half(8);
  }
  /// By bytes, from the first.
  std::strong_ordering operator<=>(const Guid& other) const {
    const auto high = half(0) <=> other.half(0);
    return high != 0 ? high : half(8) <=> other.half(8);
  }

 private:
  /// Eight bytes from `first` on as a number, the first byte most significant. Without a loop,
  /// which compilers see as one load.
  constexpr std::uint64_t half(std::size_t first) const {
    const auto byte = [this, first](std::size_t place) {
      return std::uint64_t{m_bytes[first + place]} << (56 - 8 * place);
    };
    return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
  }

  Bytes m_bytes{};
};

}  // namespace vitalwall

template <>
struct std::hash<vitalwall::Guid> {
  std::size_t operator()(const vitalwall::Guid& guid) const noexcept {
    std::size_t value = 0;
    for (const auto byte : guid.bytes()) value = value * 131 + byte;
    return value;
  }
};
