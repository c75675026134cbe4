// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarms/condition_evaluator.h"

namespace vitalwall::alarms {

/// A numeric above its high or below its low limit (medium, after the parameter's delay), or beyond
/// its extreme one (high, at once).
///
/// A limit is crossed when the value is beyond it, not when it is on it. The condition has ended
/// when the value is back inside by the hysteresis of its unit, so that a value that dances on the
/// limit is one episode. A questionable value raises, since a missed crossing is worse than a false
/// one, but never ends an episode.
///
/// One thing is one alarm: a pulse rate is not judged while the electrocardiogram gives a heart
/// rate, and a rate of 0 is left to StandstillEvaluator.
class LimitEvaluator final : public ConditionEvaluator {
 public:
  void evaluate(const Observation& observation, std::vector<Finding>& findings) const override;
};

/// How far inside its limit a value must be to end an episode, in `unit`: the step in which
/// monitors round such values (2/min, 1 %, 2 mmHg, 0.1 degC).
double hysteresisOf(Unit unit);

/// Whether `value` is an alarm of `condition` (kEventHigh or kEventLow) under `limits`.
bool isBeyond(const LimitPair& limits, MdcCode condition, double value);

}  // namespace vitalwall::alarms
