// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/limit_evaluator.h"

#include "alarms/message_text.h"

namespace vitalwall::alarms {
namespace {

/// One side of a limit pair, turned so that "beyond" is always "greater": sign is -1 for low.
struct Side {
  MdcCode condition;
  double sign;
  char symbol;
  std::optional<double> limit;
  std::optional<double> extreme;

  bool isBeyond(double value, std::optional<double> bound) const {
    return bound && sign * value > sign * *bound;
  }
  bool isSafelyInside(double value, double margin) const {
    return sign * value <= sign * *limit - margin;
  }
};

Presence presenceOf(const Numeric& numeric, const Side& side) {
  if (!numeric.value) return Presence::Unknown;
  if (side.isBeyond(*numeric.value, side.limit)) return Presence::Present;
  const bool certain = numeric.validity == Validity::Valid;
  if (certain && side.isSafelyInside(*numeric.value, hysteresisOf(numeric.unit)))
    return Presence::Absent;
  return Presence::Receding;
}

std::string messageOf(const Numeric& numeric, const Side& side, double limit) {
  std::string text = labelOf(numeric.code) + ' ' + valueText(numeric.code, *numeric.value);
  if (numeric.validity == Validity::Questionable) text += '?';
  return text + ' ' + side.symbol + ' ' + valueText(numeric.code, limit);
}

Finding judge(const Numeric& numeric, const Side& side) {
  Finding finding{.key = {side.condition, numeric.code},
                  .presence = presenceOf(numeric, side),
                  .value = numeric.value,
                  .limit = side.limit,
                  .unit = numeric.unit,
                  .message = {}};
  if (finding.presence != Presence::Present) return finding;
  if (side.isBeyond(*numeric.value, side.extreme)) {
    finding.priority = AlertPriority::High;
    finding.limit = side.extreme;
  }
  finding.message = messageOf(numeric, side, *finding.limit);
  return finding;
}

}  // namespace

void LimitEvaluator::evaluate(const Observation& observation,
                              std::vector<Finding>& findings) const {
  for (const auto& numeric : observation.vitals.numerics) {
    const auto found = observation.limits.find(numeric.code);
    if (found == observation.limits.end()) continue;
    const LimitPair& pair = found->second;
    if (pair.low)
      findings.push_back(judge(numeric, {mdc::kEventLow, -1.0, '<', pair.low, pair.extremeLow}));
    if (pair.high)
      findings.push_back(judge(numeric, {mdc::kEventHigh, 1.0, '>', pair.high, pair.extremeHigh}));
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

}  // namespace vitalwall::alarms
