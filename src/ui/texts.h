// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/clock.h"
#include "domain/vitals.h"
#include "models/metric_text.h"

/// Values as text in the user's language and number format. Pure; GUI thread because of QLocale.
namespace vitalwall::ui {

using models::fromView;
using models::labelOf;
using models::valueText;

/// What stands where no value may be shown.
inline const QString kNoValue = QStringLiteral("--");

/// "3 s", "2 min", "1 h 05 min".
QString ageText(milliseconds age);

/// "14:32" in local time.
QString shortTimeText(WallTime at);
/// "14:32:07" in local time.
QString timeText(WallTime at);

QString unitText(Unit unit);

/// The numeric's value, or dashes if it has none.
QString valueText(const Numeric& numeric);

}  // namespace vitalwall::ui
