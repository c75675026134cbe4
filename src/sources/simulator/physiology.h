// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitalwall::sources {

/// What a body does at one moment, and how the sensors sit on it; before anything measures it.
struct Physiology {
  double heartRate = 75;  ///< /min, mean over the heart's own variability
  bool heartBeats = true;
  double respiratoryRate = 14;  ///< /min
  bool breathes = true;
  double spo2 = 97;         ///< %
  double systolic = 118;    ///< mmHg
  double diastolic = 74;    ///< mmHg
  double perfusion = 1;     ///< strength of the pulse at the finger, 0 to 1
  double temperature = 37;  ///< degree Celsius
  bool electrodesAttached = true;
  double motion = 0;  ///< movement that disturbs the sensors, 0 to 1

  bool operator==(const Physiology&) const = default;
};

/// Below this perfusion neither the finger sensor nor the cuff finds a pulse.
inline constexpr double kPerfusionNeeded = 0.3;

}  // namespace vitalwall::sources
