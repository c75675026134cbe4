// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "domain/ids.h"

namespace vitalwall::server {

/// Whose vitals and whose waves a station is told at each tick, each sorted and without repetition.
struct Selection {
  std::vector<PatientId> vitals;
  std::vector<PatientId> waves;

  bool operator==(const Selection&) const = default;
};

using SharedSelection = std::shared_ptr<const Selection>;

}  // namespace vitalwall::server
