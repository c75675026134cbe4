// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitalwall::detectors {

// What a wave must be for its detector: sampled fast enough, and rising by more than noise does.
inline constexpr double kSlowestEcg = 100;        ///< Hz
inline constexpr double kSlowestPulse = 40;       ///< Hz
inline constexpr double kSlowestRespiration = 8;  ///< Hz
inline constexpr double kArterialPulse = 5;       ///< mmHg, the smallest that is taken for one
inline constexpr double kSmallestShare = 0.02;    ///< of the display range, without a unit

}  // namespace vitalwall::detectors
