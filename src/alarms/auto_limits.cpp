// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/auto_limits.h"

#include <algorithm>
#include <cmath>

#include "alarms/limit_plausibility.h"

namespace vitalwall::alarms {
namespace {

struct Band {
  double low;
  double high;
};

// Source: the "auto limits" of Mindray's BeneVision N series, operator's manual. For neonates it
// gives the heart rate only as numbers of its own; the other formulae are not for them.

Band heartRateBand(double rate, AgeGroup profile) {
  if (profile == AgeGroup::Neonate) return {std::max(rate - 30, 90.0), std::min(rate + 40, 200.0)};
  return {std::max(0.8 * rate, 40.0), std::min(1.25 * rate, 240.0)};
}

std::optional<Band> pressureBand(MdcCode parameter, double value) {
  if (parameter == mdc::kNibpSystolic || parameter == mdc::kArterialSystolic)
    return Band{0.68 * value + 10, 0.86 * value + 38};
  if (parameter == mdc::kNibpDiastolic || parameter == mdc::kArterialDiastolic)
    return Band{0.68 * value + 6, 0.86 * value + 32};
  if (parameter == mdc::kNibpMean || parameter == mdc::kArterialMean)
    return Band{0.68 * value + 8, 0.86 * value + 35};
  if (parameter == mdc::kPulmonarySystolic || parameter == mdc::kPulmonaryDiastolic ||
      parameter == mdc::kPulmonaryMean)
    return Band{0.75 * value, 1.25 * value};
  return std::nullopt;
}

std::optional<Band> bandAround(MdcCode parameter, double value, AgeGroup profile) {
  if (parameter == mdc::kHeartRate || parameter == mdc::kPulseRate)
    return heartRateBand(value, profile);
  if (parameter == mdc::kTemperature) return Band{value - 0.5, value + 0.5};
  if (profile == AgeGroup::Neonate) return std::nullopt;
  if (parameter == mdc::kRespiratoryRate)
    return Band{std::max(0.5 * value, 6.0), std::min(1.5 * value, 30.0)};
  return pressureBand(parameter, value);
}

/// As people read the parameter.
double asShown(MdcCode parameter, double value) {
  const MetricInfo* info = findMetric(parameter);
  const double step = std::pow(10.0, info ? info->decimals : 0);
  return std::round(value * step) / step;
}

/// An extreme limit keeps the distance that the unit gives it.
std::optional<double> moved(double limit, const std::optional<double>& unitLimit,
                            const std::optional<double>& unitExtreme) {
  if (!unitLimit || !unitExtreme) return unitExtreme;
  return limit + *unitExtreme - *unitLimit;
}

LimitPair limitsAround(const ParameterAlarms& alarms, const Band& band) {
  const double low = asShown(alarms.parameter, band.low);
  const double high = asShown(alarms.parameter, band.high);
  const LimitPair& unit = alarms.unitDefault;
  return {low, high, moved(low, unit.low, unit.extremeLow),
          moved(high, unit.high, unit.extremeHigh)};
}

void setAround(ParameterAlarms& alarms, double value, AgeGroup profile) {
  if (alarms.parameter == mdc::kSpO2) {
    alarms.limits = alarms.unitDefault;
    return;
  }
  const auto band = bandAround(alarms.parameter, value, profile);
  if (!band) return;
  const LimitPair limits = limitsAround(alarms, *band);
  if (!implausibility(alarms.parameter, limits)) alarms.limits = limits;
}

}  // namespace

AlarmSettings withAutoLimits(AlarmSettings settings, const Vitals& vitals) {
  for (auto& alarms : settings.parameters) {
    const Numeric* numeric = vitals.find(alarms.parameter);
    if (numeric && numeric->validity == Validity::Valid && numeric->value)
      setAround(alarms, *numeric->value, settings.profile);
  }
  return settings;
}

}  // namespace vitalwall::alarms
