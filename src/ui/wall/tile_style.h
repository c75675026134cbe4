// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include "ui/theme.h"
#include "ui/wall/digit_ruler.h"
#include "ui/wall/tile_layout.h"

namespace vitalwall::ui {

/// How the tiles of a wall are drawn: colours, places and fonts. A value, made once per size and
/// theme.
struct TileStyle {
  Theme theme;
  TileLayout layout;
  QFont strong;      ///< bed
  QFont alarm;       ///< alarm line
  QFont plain;       ///< patient name, notices
  QFont small;       ///< labels, limits, ages
  QFont digits;      ///< values; its size is fitted to each cell
  DigitRuler ruler;  ///< of `digits`

  TileStyle() = default;
  TileStyle(const Theme& theme, const TileLayout& layout);
};

/// Width of `text` in `font`, in pixels.
int widthOf(const QString& text, const QFont& font);

}  // namespace vitalwall::ui
