// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace vitalwall::sources {

/// An invented name, plainly of no real person; different for the first thousand beds. UTF-8 with
/// letters of many scripts' Latin forms, so that a wall's fonts are put to the test.
std::string inventedName(std::uint64_t seed, int index);

}  // namespace vitalwall::sources
