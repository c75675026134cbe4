// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alarm_limits.h"

namespace vitalwall {
namespace {

// Sources: operator manuals of the large vendors agree on these adult values (HR/PR 120/50, SpO2
// 100/90 with desaturation at 80, ABP 160/90, 90/50, 110/60, RR 30/8, Temp 39/36); extreme
// limits are the yellow limit +-20/min for rates, clamped to 40..200 (adult).
// The pressures of the smaller groups, RR and etCO2 are general knowledge of the same manuals.
AlarmLimits makeLimits(LimitPair rate, LimitPair spo2, LimitPair systolic, LimitPair diastolic,
                       LimitPair mean, LimitPair respiration, LimitPair etCo2) {
  const LimitPair temperature{.low = 36.0, .high = 39.0, .extremeLow = {}, .extremeHigh = {}};
  return {{mdc::kHeartRate, rate},
          {mdc::kPulseRate, rate},
          {mdc::kSpO2, spo2},
          {mdc::kArterialSystolic, systolic},
          {mdc::kArterialDiastolic, diastolic},
          {mdc::kArterialMean, mean},
          {mdc::kNibpSystolic, systolic},
          {mdc::kNibpDiastolic, diastolic},
          {mdc::kNibpMean, mean},
          {mdc::kRespiratoryRate, respiration},
          {mdc::kTemperature, temperature},
          {mdc::kEtCo2, etCo2}};
}

const AlarmLimits& adultLimits() {
  static const AlarmLimits limits =
      makeLimits({50, 120, 40, 140}, {90, {}, 80, {}}, {90, 160, 70, 180}, {50, 90, {}, {}},
                 {60, 110, {}, {}}, {8, 30, 4, {}}, {30, 50, {}, {}});
  return limits;
}

const AlarmLimits& paediatricLimits() {
  static const AlarmLimits limits =
      makeLimits({75, 160, 55, 180}, {90, {}, 80, {}}, {70, 120, {}, {}}, {40, 70, {}, {}},
                 {50, 90, {}, {}}, {8, 30, 4, {}}, {30, 50, {}, {}});
  return limits;
}

const AlarmLimits& neonateLimits() {
  static const AlarmLimits limits =
      makeLimits({100, 200, 80, 220}, {85, 95, 80, {}}, {40, 90, {}, {}}, {20, 60, {}, {}},
                 {24, 70, {}, {}}, {30, 100, 20, {}}, {30, 45, {}, {}});
  return limits;
}

}  // namespace

const AlarmLimits& defaultLimits(AgeGroup group) {
  switch (group) {
    case AgeGroup::Paediatric:
      return paediatricLimits();
    case AgeGroup::Neonate:
      return neonateLimits();
    case AgeGroup::Adult:
      break;
  }
  return adultLimits();
}

}  // namespace vitalwall
