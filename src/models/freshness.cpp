// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/freshness.h"

namespace vitalwall::models {

using namespace std::chrono_literals;

Freshness FreshnessRule::judge(milliseconds age) const {
  if (age >= expire) return Freshness::Expired;
  if (age >= dim) return Freshness::Dimmed;
  if (age >= showAge) return Freshness::Aged;
  return Freshness::Fresh;
}

FreshnessRule extendedServerRule() {
  return {.showAge = 3s, .dim = 3s, .expire = 10s};
}

FreshnessRule plainServerRule() {
  return {.showAge = 3s, .dim = 16s, .expire = 30s};
}

FreshnessRule intermittentRule() {
  return {.showAge = 0s, .dim = 15min, .expire = 60min};
}

bool isIntermittent(MdcCode code) {
  return code == mdc::kNibpSystolic || code == mdc::kNibpDiastolic || code == mdc::kNibpMean;
}

}  // namespace vitalwall::models
