// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "domain/alarm_settings.h"
#include "domain/alert.h"

namespace vitalwall::sound {

/// What the sound needs to know of an open alarm.
struct AudibleAlarm {
  AlertId id;
  PatientId patient;
  AlertPriority priority = AlertPriority::Medium;
  WallTime raisedAt{};
  bool acknowledged = false;

  bool operator==(const AudibleAlarm&) const = default;
};

/// `alert` as the sound sees it.
inline AudibleAlarm audible(const Alert& alert) {
  return {alert.id, alert.patient, alert.priority, alert.raisedAt, !alert.needsAttention()};
}

/// The audio pauses of patients (AlarmSettings::audioPaused).
using PatientPauses = std::map<PatientId, TimedPause>;

}  // namespace vitalwall::sound
