// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/limit_evaluator.h"

#include "alarms/message_text.h"
#include "alarms/standstill_evaluator.h"

namespace vitalwall::alarms {
namespace {

/// One side of a limit pair, turned so that "beyond" is always "greater": sign is -1 for low.
struct Side {
  MdcCode condition;
  double sign;
  char symbol;
  std::optional<double> limit;
  std::optional<double> extreme;

  bool isCrossed(double value, std::optional<double> bound) const {
    return bound && sign * value > sign * *bound;
  }
  bool isCrossed(double value) const {
    return isCrossed(value, limit) || isCrossed(value, extreme);
  }
  bool isSafelyInside(double value, double margin) const {
    const auto bound = limit ? limit : extreme;
    return !bound || sign * value <= sign * *bound - margin;
  }
};

Side lowSide(const LimitPair& limits) {
  return {mdc::kEventLow, -1.0, '<', limits.low, limits.extremeLow};
}

Side highSide(const LimitPair& limits) {
  return {mdc::kEventHigh, 1.0, '>', limits.high, limits.extremeHigh};
}

/// Whether somebody else speaks for this numeric.
bool isLeftToOthers(const Numeric& numeric, const Vitals& vitals) {
  if (isStandstill(numeric)) return true;
  if (numeric.code != mdc::kPulseRate) return false;
  const Numeric* heartRate = vitals.find(mdc::kHeartRate);
  return heartRate && heartRate->validity == Validity::Valid && heartRate->value;
}

Presence presenceOf(const Numeric& numeric, const Side& side) {
  if (!numeric.value) return Presence::Unknown;
  if (side.isCrossed(*numeric.value)) return Presence::Present;
  const bool certain = numeric.validity == Validity::Valid;
  if (certain && side.isSafelyInside(*numeric.value, hysteresisOf(numeric.unit)))
    return Presence::Absent;
  return Presence::Receding;
}

std::string nameOf(const Numeric& numeric, bool isExtremeLow) {
  return isExtremeLow && numeric.code == mdc::kSpO2 ? "DESAT" : labelOf(numeric.code);
}

std::string crossingText(const Numeric& numeric, const Side& side, double limit) {
  const bool isExtremeLow = side.condition == mdc::kEventLow && side.extreme == limit;
  std::string text = nameOf(numeric, isExtremeLow) + ' ' + valueText(numeric.code, *numeric.value);
  if (numeric.validity == Validity::Questionable) text += '?';
  return text + ' ' + side.symbol + ' ' + valueText(numeric.code, limit);
}

Finding judge(const Numeric& numeric, const Side& side, std::chrono::seconds delay) {
  Finding finding;
  finding.key = {side.condition, numeric.code};
  finding.presence = presenceOf(numeric, side);
  finding.delay = delay;
  finding.value = numeric.value;
  finding.limit = side.limit;
  finding.unit = numeric.unit;
  if (finding.presence != Presence::Present) return finding;
  if (side.isCrossed(*numeric.value, side.extreme)) {
    finding.priority = AlertPriority::High;
    finding.delay = {};
    finding.limit = side.extreme;
  }
  finding.message = crossingText(numeric, side, *finding.limit);
  return finding;
}

/// A value is judged as it reads: an alarm "50 < 50" would be absurd, and so would a value that
/// reads as its limit be beyond it.
Numeric asShown(Numeric numeric) {
  if (numeric.value) numeric.value = shownValue(numeric.code, *numeric.value);
  return numeric;
}

Finding nothingToSay(const Numeric& numeric, MdcCode condition) {
  Finding finding;
  finding.key = {condition, numeric.code};
  finding.presence = Presence::Absent;
  finding.unit = numeric.unit;
  return finding;
}

}  // namespace

void LimitEvaluator::evaluate(const Observation& observation,
                              std::vector<Finding>& findings) const {
  for (const auto& numeric : observation.vitals.numerics) {
    const ParameterAlarms* alarms = observation.settings.find(numeric.code);
    if (!alarms) continue;
    if (isLeftToOthers(numeric, observation.vitals)) {
      findings.push_back(nothingToSay(numeric, mdc::kEventLow));
      findings.push_back(nothingToSay(numeric, mdc::kEventHigh));
      continue;
    }
    const auto delay = observation.rules.parameter(numeric.code).delay;
    const auto shown = asShown(numeric);
    findings.push_back(judge(shown, lowSide(alarms->limits), delay));
    findings.push_back(judge(shown, highSide(alarms->limits), delay));
  }
}

double hysteresisOf(Unit unit) {
  switch (unit) {
    case Unit::BeatPerMinute:
    case Unit::MillimetreOfMercury:
      return 2.0;
    case Unit::BreathPerMinute:
    case Unit::Percent:
      return 1.0;
    case Unit::DegreeCelsius:
    case Unit::MilliVolt:
      return 0.1;
    case Unit::None:
    case Unit::Dimensionless:
      break;
  }
  return 0.0;
}

bool isBeyond(const LimitPair& limits, MdcCode condition, double value) {
  return (condition == mdc::kEventLow ? lowSide(limits) : highSide(limits)).isCrossed(value);
}

}  // namespace vitalwall::alarms
