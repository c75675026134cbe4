// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/ward.h"

namespace vitalwall::station {

/// The ward as text: one line on the link, then one per bed with its values as the wall shows
/// them (dashes, "?" and ages included) and its most urgent alarm. Pure.
QString wardText(const models::Ward& ward);

}  // namespace vitalwall::station
