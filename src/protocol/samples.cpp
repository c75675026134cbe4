// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/samples.h"

namespace vitalwall::protocol {

std::string packSamples(std::span<const std::int16_t> samples) {
  std::string bytes(2 * samples.size(), '\0');
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const auto bits = static_cast<std::uint16_t>(samples[i]);
    bytes[2 * i] = static_cast<char>(bits & 0xff);
    bytes[2 * i + 1] = static_cast<char>(bits >> 8);
  }
  return bytes;
}

std::optional<std::vector<std::int16_t>> unpackSamples(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::vector<std::int16_t> samples(bytes.size() / 2);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const unsigned low = static_cast<std::uint8_t>(bytes[2 * i]);
    const unsigned high = static_cast<std::uint8_t>(bytes[2 * i + 1]);
    samples[i] = static_cast<std::int16_t>(low | (high << 8));
  }
  return samples;
}

}  // namespace vitalwall::protocol
