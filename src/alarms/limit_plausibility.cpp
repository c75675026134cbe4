// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/limit_plausibility.h"

#include <cmath>

#include "alarms/message_text.h"
#include "domain/concat.h"

namespace vitalwall::alarms {
namespace {

struct Range {
  double lowest;
  double highest;
};

// What bedside monitors let a person set; general knowledge of their manuals.
std::optional<Range> rangeOf(MdcCode parameter, Unit unit) {
  if (parameter == mdc::kSpO2) return Range{50, 100};
  if (parameter == mdc::kEtCo2) return Range{5, 100};
  switch (unit) {
    case Unit::BeatPerMinute:
      return Range{15, 300};
    case Unit::BreathPerMinute:
      return Range{2, 150};
    case Unit::MillimetreOfMercury:
      return Range{-10, 300};
    case Unit::DegreeCelsius:
      return Range{25, 45};
    case Unit::Percent:
      return Range{0, 100};
    case Unit::MilliVolt:
      return Range{-5, 5};
    case Unit::None:
    case Unit::Dimensionless:
      break;
  }
  return std::nullopt;
}

bool isOutside(const std::optional<double>& limit, const Range& range) {
  return limit && (*limit < range.lowest || *limit > range.highest);
}

bool isInfinite(const std::optional<double>& limit) {
  return limit && !std::isfinite(*limit);
}

/// "low" is not below "high": both given, in the wrong order.
bool isWrongOrder(const std::optional<double>& low, const std::optional<double>& high) {
  return low && high && *low >= *high;
}

template <typename Test>
bool anyLimit(const LimitPair& limits, Test test) {
  return test(limits.low) || test(limits.high) || test(limits.extremeLow) ||
         test(limits.extremeHigh);
}

std::string rangeText(MdcCode parameter, const Range& range, Unit unit) {
  return concat(labelOf(parameter), " limits must lie between ", valueText(parameter, range.lowest),
                " and ", valueText(parameter, range.highest), unit == Unit::None ? "" : " ",
                symbolOf(unit), ".");
}

}  // namespace

std::optional<std::string> implausibility(MdcCode parameter, const LimitPair& limits) {
  if (anyLimit(limits, isInfinite)) return labelOf(parameter) + " limits must be numbers.";
  const MetricInfo* info = findMetric(parameter);
  const Unit unit = info ? info->unit : Unit::None;
  if (const auto range = rangeOf(parameter, unit))
    if (anyLimit(limits, [&range](const auto& limit) { return isOutside(limit, *range); }))
      return rangeText(parameter, *range, unit);
  if (isWrongOrder(limits.low, limits.high))
    return labelOf(parameter) + ": the low limit must be below the high limit.";
  if (isWrongOrder(limits.extremeLow, limits.low))
    return labelOf(parameter) + ": the extreme low limit must be below the low limit.";
  if (isWrongOrder(limits.high, limits.extremeHigh))
    return labelOf(parameter) + ": the extreme high limit must be above the high limit.";
  if (isWrongOrder(limits.extremeLow, limits.extremeHigh) ||
      isWrongOrder(limits.extremeLow, limits.high) || isWrongOrder(limits.low, limits.extremeHigh))
    return labelOf(parameter) + ": the low limits must be below the high limits.";
  return std::nullopt;
}

}  // namespace vitalwall::alarms
