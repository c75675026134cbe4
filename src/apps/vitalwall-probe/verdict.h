// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitalwall::probe {

/// Exit codes of the program.
enum class Verdict { Kept = 0, Broken = 1, Usage = 2, NoConnection = 3 };

}  // namespace vitalwall::probe
