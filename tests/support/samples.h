// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/alert.h"
#include "domain/patient.h"
#include "domain/vitals.h"

namespace vitalwall::test {

inline constexpr WallTime kNoon = WallTime(milliseconds(1'767'268'800'000));

/// An active alarm whose id comes from `name`.
inline Alert makeAlert(const std::string& name, PatientId patient, AlertPriority priority,
                       std::uint64_t revision = 1) {
  return {.id = AlertId::fromName(name),
          .patient = patient,
          .revision = revision,
          .kind = AlertKind::Physiological,
          .priority = priority,
          .condition = mdc::kEventHigh,
          .parameter = mdc::kHeartRate,
          .value = 134,
          .limit = 120,
          .unit = Unit::BeatPerMinute,
          .message = name,
          .state = AlertState::Active,
          .changedBy = {},
          .raisedAt = kNoon,
          .changedAt = kNoon,
          .acknowledged = {},
          .group = {}};
}

/// A valid numeric, measured at noon.
inline Numeric makeNumeric(MdcCode code, double value, WallTime measuredAt = kNoon) {
  return {.code = code,
          .unit = findMetric(code)->unit,
          .value = value,
          .validity = Validity::Valid,
          .measuredAt = measuredAt};
}

/// A patient of the directory with an ECG of 250 samples a second.
inline Patient makePatient(const std::string& bed) {
  return {.id = PatientId::fromName(bed),
          .bed = bed,
          .name = "Doe " + bed,
          .ageGroup = AgeGroup::Adult,
          .waves = {{.code = mdc::kEcgLeadII,
                     .label = "II",
                     .unit = Unit::MilliVolt,
                     .samplesPerSecond = 250,
                     .unitsPerCount = 0.005,
                     .zero = 0,
                     .displayLow = -1,
                     .displayHigh = 2}},
          .numerics = {mdc::kHeartRate, mdc::kSpO2}};
}

}  // namespace vitalwall::test
