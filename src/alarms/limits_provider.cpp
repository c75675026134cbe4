// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/limits_provider.h"

namespace vitalwall::alarms {

const AlarmLimits& DefaultLimits::limitsFor(const Patient& patient) const {
  return defaultLimits(patient.ageGroup);
}

}  // namespace vitalwall::alarms
