// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ward.h"
#include "ui/vital_group.h"
#include "ui/wall/tile_content.h"

namespace vitalwall::ui {

/// How one group of numerics of a bed is to be shown now: value, limits or what stands in their
/// place, age, alarm. `bed` must be one of the ward's. Pure.
TileNumeric presentNumeric(const models::Ward& ward, const models::BedState& bed,
                           const VitalGroup& group);

}  // namespace vitalwall::ui
