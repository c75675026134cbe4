// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/clock.h"
#include "domain/vitals.h"

/// Values as text in the user's language and number format. Pure; GUI thread because of QLocale.
namespace vitalwall::ui {

/// What stands where no value may be shown.
inline const QString kNoValue = QStringLiteral("--");

/// "3 s", "2 min", "1 h 05 min".
QString ageText(milliseconds age);

/// "14:32" in local time.
QString shortTimeText(WallTime at);
/// "14:32:07" in local time.
QString timeText(WallTime at);

/// "HR"; the code's number for a parameter that has no name here.
QString labelOf(MdcCode code);
QString unitText(Unit unit);

/// A value with the parameter's decimals: "134", "36.8".
QString valueText(MdcCode code, double value);

/// The numeric's value, or dashes if it has none.
QString valueText(const Numeric& numeric);

/// Text of a UTF-8 view.
QString fromView(std::string_view text);

}  // namespace vitalwall::ui
