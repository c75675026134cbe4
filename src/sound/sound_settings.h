// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "domain/clock.h"

namespace vitalwall::sound {

/// Pauses between the bursts of an alarm that nobody answers: from a burst's end to the next one's
/// begin (IEC 60601-1-8: interburst interval).
struct RepeatIntervals {
  milliseconds high{7500};
  milliseconds medium{15000};
  std::optional<milliseconds> low{30000};  ///< nullopt: a low alarm sounds once

  bool operator==(const RepeatIntervals&) const = default;
};

/// What a unit may choose of the station's alarm sound.
struct SoundSettings {
  RepeatIntervals repeat;
  milliseconds reminder{120000};  ///< between reminders of a silence that lasts
  double volume = 1.0;            ///< 0 to 1 of what the device can play
  double volumeFloor = 0.3;       ///< nobody can turn the station lower

  /// What is heard: never below the floor.
  double effectiveVolume() const { return volume < volumeFloor ? volumeFloor : volume; }
  bool operator==(const SoundSettings&) const = default;
};

/// Why these settings are refused, in words for the person who made them; nullopt if they lie
/// within what IEC 60601-1-8 allows.
std::optional<std::string> objectionTo(const SoundSettings& settings);

}  // namespace vitalwall::sound
