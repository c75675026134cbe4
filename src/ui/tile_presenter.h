// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/ward.h"
#include "ui/wall/tile_content.h"

namespace vitalwall::ui {

/// What the tile of the bed in `row` shows now, by the ward's clock. Pure.
TileContent presentTile(const models::Ward& ward, int row, bool isSelected);

/// The waves that a tile shows, the most telling first: an ECG lead, a pressure, the pleth, the
/// breathing; at most `limit`. Their rings are those of the ward's wave store.
std::vector<TraceSource> presentTraces(const models::Ward& ward, int row, const Theme& theme,
                                       std::size_t limit);

}  // namespace vitalwall::ui
