// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "domain/alert.h"

namespace vitalwall::alarms {

/// What is alarmed: an event of a parameter. A patient has at most one open episode of each.
struct ConditionKey {
  MdcCode condition;  ///< mdc::kEventHigh, kEventLow, kEventLeadOff
  MdcCode parameter;

  auto operator<=>(const ConditionKey&) const = default;
};

/// How a condition stands at one moment.
enum class Presence : std::uint8_t {
  Present,   ///< raises an episode, or keeps it
  Receding,  ///< back, but not far enough to be sure: keeps an episode, raises none
  Absent,    ///< ends an episode
  Unknown    ///< nothing is measured: keeps an episode, which says so
};

/// The judgement of one evaluator about one condition at one moment.
struct Finding {
  ConditionKey key;
  Presence presence = Presence::Unknown;
  AlertKind kind = AlertKind::Physiological;
  AlertPriority priority = AlertPriority::Medium;
  std::optional<double> value;  ///< in `unit`
  std::optional<double> limit;  ///< the limit that was crossed, in `unit`
  Unit unit = Unit::None;
  std::string message;  ///< for the alarm line; only when Present
};

}  // namespace vitalwall::alarms
