// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ward.h"
#include "ui/wall/tile_content.h"

namespace vitalwall::ui {

/// The marks of a bed's tile now, the most important first: the score, then everything that holds
/// its alarms back or is not as the unit wants it. Pure.
std::vector<TileMark> presentMarks(const models::Ward& ward, const models::BedState& bed);

/// "1:45": what is left of a pause.
QString countdownText(milliseconds left);

}  // namespace vitalwall::ui
