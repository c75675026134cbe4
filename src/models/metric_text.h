// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/metric.h"

/// Parameters and their values as text in the user's number format. Pure; GUI thread because of
/// QLocale.
namespace vitalwall::models {

/// Text of a UTF-8 view.
QString fromView(std::string_view text);

/// "HR"; the code's number for a parameter that has no name here.
QString labelOf(MdcCode code);

/// A value with the parameter's decimals: "134", "36.8".
QString valueText(MdcCode code, double value);

}  // namespace vitalwall::models
