// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert.h"

namespace vitalwall {

/// A condition that a device or a detector has judged in the signals itself, where the alarm engine
/// sees no numbers: asystole, ventricular tachycardia, apnoea. The engine gives it priority, delay
/// and latching by the unit's rules.
struct DeviceCondition {
  PatientId patient;
  ConditionKey key;
  bool present = false;  ///< false: it has gone
  WallTime at{};         ///< of the signal

  bool operator==(const DeviceCondition&) const = default;
};

}  // namespace vitalwall
