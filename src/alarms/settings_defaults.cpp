// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/settings_defaults.h"

#include <algorithm>
#include <utility>

namespace vitalwall::alarms {
namespace {

/// Display order: known metrics first, the others by their number.
auto orderOf(MdcCode parameter) {
  const MetricInfo* info = findMetric(parameter);
  const auto metrics = knownMetrics();
  return std::pair(info ? info - metrics.data() : std::ssize(metrics), parameter);
}

}  // namespace

AlarmSettings defaultSettings(const Patient& patient, const UnitRules& rules) {
  AlarmSettings settings;
  settings.patient = patient.id;
  for (const auto& [group, limits] : rules.limits)
    for (const auto& [parameter, pair] : limits) alarmsOf(settings, parameter);
  for (const auto parameter : patient.numerics) alarmsOf(settings, parameter);
  setProfileOf(settings, patient.ageGroup, rules);
  return settings;
}

void setProfileOf(AlarmSettings& settings, AgeGroup profile, const UnitRules& rules) {
  settings.profile = profile;
  for (auto& alarms : settings.parameters) {
    alarms.unitDefault = rules.limitsOf(profile, alarms.parameter);
    alarms.limits = alarms.unitDefault;
  }
}

AlarmSettings restoredSettings(const AlarmSettings& stored, const Patient& patient,
                               const UnitRules& rules) {
  AlarmSettings settings = defaultSettings(patient, rules);
  for (const auto& alarms : stored.parameters) alarmsOf(settings, alarms.parameter);
  setProfileOf(settings, stored.profile, rules);
  for (const auto& alarms : stored.parameters) {
    ParameterAlarms& restored = alarmsOf(settings, alarms.parameter);
    restored.off = alarms.off;
    if (alarms.limits != alarms.unitDefault) restored.limits = alarms.limits;
  }
  AlarmSettings result = stored;
  result.parameters = std::move(settings.parameters);
  return result;
}

ParameterAlarms& alarmsOf(AlarmSettings& settings, MdcCode parameter) {
  auto& all = settings.parameters;
  const auto place = std::lower_bound(all.begin(), all.end(), parameter,
                                      [](const ParameterAlarms& alarms, MdcCode code) {
                                        return orderOf(alarms.parameter) < orderOf(code);
                                      });
  if (place != all.end() && place->parameter == parameter) return *place;
  ParameterAlarms added;
  added.parameter = parameter;
  return *all.insert(place, std::move(added));
}

}  // namespace vitalwall::alarms
