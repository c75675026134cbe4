// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

#include "ui/wall/tile_content.h"
#include "ui/wall/tile_style.h"

namespace vitalwall::ui {

// Each draws one part of a tile, background included, and nothing outside it. The painter's origin
// is the tile's top left corner. `bright` is the half of the flashing in which the alarm shows.

/// The tile's ground and border, and a pixel of the gap around it; `focused` draws the keyboard's
/// focus ring.
void paintFrame(QPainter& painter, const TileStyle& style, const TileContent& content,
                bool focused);

/// Bed, age group, name (elided) and marks.
void paintHeader(QPainter& painter, const TileStyle& style, const TileContent& content);

/// Prefix, shape and text of the alarm on its colour; empty ground without one. An acknowledged
/// alarm is an outline with a check mark, a latched one does not flash.
void paintAlarmLine(QPainter& painter, const TileStyle& style, const TileContent& content,
                    bool bright);

/// How wide a numeric's value usually is, in characters.
int usualWidth(const TileNumeric& numeric);

/// A numeric with label, limits and freshness.
void paintNumeric(QPainter& painter, const TileStyle& style, const QRect& cell,
                  const TileNumeric& numeric, bool bright);

/// Everything of the waves that does not move: labels, gain marks, or the notice in their place.
void paintLanes(QPainter& painter, const TileStyle& style, const std::vector<LaneLayout>& lanes,
                const std::vector<TraceSource>& traces, const TileContent& content);

}  // namespace vitalwall::ui
