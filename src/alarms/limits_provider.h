// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alarm_limits.h"

namespace vitalwall::alarms {

/// Where the alarm limits of a patient come from.
class LimitsProvider {
 public:
  LimitsProvider() = default;
  LimitsProvider(const LimitsProvider&) = delete;
  LimitsProvider& operator=(const LimitsProvider&) = delete;
  virtual ~LimitsProvider() = default;

  /// The limits that hold for `patient` now; valid until the next call.
  virtual const AlarmLimits& limitsFor(const Patient& patient) const = 0;
};

/// The factory defaults of the patient's age group.
class DefaultLimits final : public LimitsProvider {
 public:
  const AlarmLimits& limitsFor(const Patient& patient) const override;
};

}  // namespace vitalwall::alarms
