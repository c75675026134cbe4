// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "domain/patient.h"
#include "sources/simulator/physiology.h"

namespace vitalwall::sources {

/// Which sensors a patient wears. The pleth is always there.
struct Sensors {
  bool ecg = true;  ///< with it the impedance respiration
  bool arterialLine = false;
  bool cuff = true;
  bool temperature = true;
};

/// Who a simulated patient is: what stays the same while events come and go.
struct Profile {
  AgeGroup ageGroup = AgeGroup::Adult;
  Sensors sensors;
  Physiology baseline;              ///< well inside the default limits of the age group
  double ecgMilliVolts = 1.2;       ///< height of the R wave of lead II
  double heartRateVariation = 0.1;  ///< relative depth of the RR variability
};

/// The patient in bed index + 1: adults, children and newborn, with and without an arterial line,
/// mixed as on a ward. Depends on nothing but its arguments.
Profile makeProfile(std::uint64_t seed, int index);

}  // namespace vitalwall::sources
