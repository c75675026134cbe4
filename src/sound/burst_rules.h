// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sound/burst.h"

namespace vitalwall::sound {

/// Both ends belong to it.
struct Bounds {
  double least;
  double most;

  bool contains(double value) const { return least <= value && value <= most; }
};

/// A row of IEC 60601-1-8 Tables 3 and 4: what a burst of one priority must be. Times in ms.
struct BurstRule {
  AlertPriority priority;
  std::string_view name;  ///< of the priority, in sentences
  Bounds pulses;
  Bounds pulse;      ///< t_d
  Bounds spacing;    ///< x of a high burst, y of the others
  Bounds halfBreak;  ///< between the 5th and the 6th of ten pulses
  Bounds interval;   ///< from a burst's end to the next one's begin
};

std::span<const BurstRule> burstRules();
const BurstRule& ruleOf(AlertPriority priority);

/// What all priorities have in common.
inline constexpr Bounds kFundamentalBounds{150, 1000};  ///< Hz
inline constexpr Bounds kHarmonicBounds{300, 4000};     ///< Hz
inline constexpr double kHarmonicLevelDb = 15;          ///< either way from the fundamental
inline constexpr int kLeastHarmonics = 4;
inline constexpr Bounds kRisePart{0.1, 0.2};  ///< of t_d

/// Every rule that the burst breaks, in words; empty if it conforms.
std::vector<std::string> deviations(const BurstSpec& spec);

/// Every rule between the bursts of a set that is broken: a more urgent one is never slower or
/// softer.
std::vector<std::string> deviations(const BurstSpec& high, const BurstSpec& medium,
                                    const BurstSpec& low);

}  // namespace vitalwall::sound
