// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wall/tile_content.h"

namespace vitalwall::ui {

/// A tile's alarm as its line says it: "*** HR 134 > 120  +2".
QString lineOf(const TileAlarm& alarm);

/// The value as it may be shown: "--" when it is lost or was never there.
QString shownValue(const TileNumeric& numeric);

/// The whole tile in words, for a screen reader: bed, name, alarm, values, notice.
QString wordsOf(const TileContent& content);

}  // namespace vitalwall::ui
