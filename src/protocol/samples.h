// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vitalwall::protocol {

/// Wave samples as the extension carries them: int16, little-endian, whatever this machine is.
std::string packSamples(std::span<const std::int16_t> samples);

/// The samples in `bytes`, or nullopt for an odd number of bytes.
std::optional<std::vector<std::int16_t>> unpackSamples(std::string_view bytes);

}  // namespace vitalwall::protocol
