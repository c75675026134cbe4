// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace vitalwall::probe {

/// How many stations the probe plays, instead of checking one.
struct LoadOptions {
  std::size_t stations = 1;  ///< with the product's own client
  std::size_t beds = 64;     ///< that each of them watches, not all the same ones
};

}  // namespace vitalwall::probe
