// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/alarm_limits.h"
#include "domain/clock.h"
#include "domain/ids.h"
#include "domain/news2.h"
#include "domain/patient.h"

namespace vitalwall {

/// Inactivation states of alarms, by the names of IHE PCD-04. Each is shown as long as it holds.
enum class AlarmInactivation : std::uint8_t {
  Enabled,
  AudioPaused,  ///< timed: no sound, still on screen
  AlarmPaused,  ///< timed: neither sound nor alarm
  AlarmOff,     ///< until undone, with a reason
  Acknowledged
};

/// The alarms of a parameter are off.
struct AlarmOff {
  std::string reason;
  std::string by;
  WallTime at{};

  bool operator==(const AlarmOff&) const = default;
};

/// A pause that ends by itself.
struct TimedPause {
  std::string by;
  WallTime at{};
  WallTime until{};

  bool operator==(const TimedPause&) const = default;
};

/// How one parameter of a patient alarms.
struct ParameterAlarms {
  MdcCode parameter;
  LimitPair limits;       ///< that hold now
  LimitPair unitDefault;  ///< what the unit wants for this profile
  std::optional<AlarmOff> off;

  /// Not as the unit wants it.
  bool deviates() const { return limits != unitDefault || off; }
  bool operator==(const ParameterAlarms&) const = default;
};

/// What people have set for the alarms of one patient. A change is the whole value again in a new
/// revision.
struct AlarmSettings {
  PatientId patient;
  std::uint64_t revision = 0;  ///< of the same counter as Alert::revision
  AgeGroup profile = AgeGroup::Adult;
  std::vector<ParameterAlarms> parameters;  ///< in the order of knownMetrics(), unknown ones last
  std::optional<TimedPause> audioPaused;
  std::optional<TimedPause> alarmsPaused;
  News2Settings news2;
  std::string changedBy;  ///< empty for the system itself
  WallTime changedAt{};
  bool recorded = true;

  const ParameterAlarms* find(MdcCode parameter) const {
    for (const auto& alarms : parameters)
      if (alarms.parameter == parameter) return &alarms;
    return nullptr;
  }
  bool operator==(const AlarmSettings&) const = default;
};

}  // namespace vitalwall
