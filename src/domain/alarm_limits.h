// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "domain/metric.h"
#include "domain/patient.h"

namespace vitalwall {

/// Limits of one parameter in its own unit. Crossing low/high is a medium alarm, crossing the
/// extreme limits a high one. An absent limit never alarms.
struct LimitPair {
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> extremeLow;
  std::optional<double> extremeHigh;

  bool operator==(const LimitPair&) const = default;
};

using AlarmLimits = std::map<MdcCode, LimitPair>;

/// The usual factory defaults of bedside monitors per age group (adult HR 50..120, SpO2 90..100
/// with desaturation below 80, ABP sys 90..160 ...; see clinical sources in alarm_limits.cpp).
/// A unit may replace them in its configuration.
const AlarmLimits& defaultLimits(AgeGroup group);

}  // namespace vitalwall
