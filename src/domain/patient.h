// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/wave.h"

namespace vitalwall {

/// IEC 60601 patient categories; limits and NEWS2 depend on them.
enum class AgeGroup : std::uint8_t { Adult, Paediatric, Neonate };

/// A monitored patient in a bed, as the ward's directory gives it.
struct Patient {
  PatientId id;
  std::string bed;   ///< "Bed 07"; unique in a ward
  std::string name;  ///< may be empty; hidden in privacy mode
  AgeGroup ageGroup = AgeGroup::Adult;
  std::vector<WaveChannel> waves;
  std::vector<MdcCode> numerics;  ///< parameters that the source can give

  bool operator==(const Patient&) const = default;
};

}  // namespace vitalwall
