// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "domain/alarm_settings.h"
#include "support/samples.h"

namespace vitalwall::test {

/// A patient's settings as the unit wants them for the profile.
inline AlarmSettings makeSettings(PatientId patient, std::uint64_t revision = 1,
                                  AgeGroup profile = AgeGroup::Adult) {
  AlarmSettings settings;
  settings.patient = patient;
  settings.revision = revision;
  settings.profile = profile;
  const auto& limits = defaultLimits(profile);
  for (const auto& metric : knownMetrics())
    if (const auto found = limits.find(metric.code); found != limits.end())
      settings.parameters.push_back({.parameter = metric.code,
                                     .limits = found->second,
                                     .unitDefault = found->second,
                                     .off = {}});
  settings.changedAt = kNoon;
  return settings;
}

/// The alarms of a parameter of `settings`, which must have it.
inline ParameterAlarms& alarmsOf(AlarmSettings& settings, MdcCode parameter) {
  return *std::find_if(settings.parameters.begin(), settings.parameters.end(),
                       [parameter](const auto& each) { return each.parameter == parameter; });
}

}  // namespace vitalwall::test
