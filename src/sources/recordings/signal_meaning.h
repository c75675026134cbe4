// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "domain/metric.h"

namespace vitalwall::sources {

/// What a signal's name and unit mean here.
struct SignalMeaning {
  MdcCode code;       ///< 0 if the name is not known
  std::string label;  ///< the file's own, with its unit if that is not one of ours
  Unit unit = Unit::None;
  double factor = 1;  ///< file's unit to `unit`
  bool isTrend = false;
};

/// Finds the meaning of a signal called `label` in `unit`, sampled at `rate` Hz. A code is only
/// given when the unit fits it: a "pressure" in volts is shown under its label, never as a blood
/// pressure. An absent unit means millivolts for ECG names, as WFDB has it, and nothing for others.
SignalMeaning meaningOf(std::string_view label, std::string_view unit, double rate);

}  // namespace vitalwall::sources
