// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/metric.h"

namespace vitalwall::alarms {

/// The short screen label of a parameter; its code in digits when it has no name here.
std::string labelOf(MdcCode parameter);

/// `value` with the parameter's digits after the point: what a person sees, so that two values that
/// read the same are the same.
std::string valueText(MdcCode parameter, double value);

/// `value` rounded to those digits.
double shownValue(MdcCode parameter, double value);

}  // namespace vitalwall::alarms
