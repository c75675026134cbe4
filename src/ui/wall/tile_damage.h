// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/flash.h"
#include "ui/wall/tile_content.h"

namespace vitalwall::ui {

/// Which parts of a tile must be drawn again. A value.
struct TileDamage {
  bool whole = false;  ///< everything, border included
  bool header = false;
  bool alarm = false;
  bool waves = false;
  std::uint32_t cells = 0;  ///< bit per numeric cell

  bool isEmpty() const { return !whole && !header && !alarm && !waves && cells == 0; }
  TileDamage& operator|=(const TileDamage& other);
  bool operator==(const TileDamage&) const = default;

  static TileDamage all() { return {.whole = true}; }

  /// What differs on screen between two contents.
  static TileDamage between(const TileContent& before, const TileContent& after);

  /// What flashes in `content` between two phases.
  static TileDamage flashing(const TileContent& content, FlashPhase before, FlashPhase after);
};

}  // namespace vitalwall::ui
