// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "domain/alert.h"

namespace vitalwall::alarms {

/// How a condition stands at one moment. The order is that of mergeFindings(): who sees a condition
/// beats who does not, and who knows beats who does not know.
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
  std::chrono::seconds delay{0};  ///< how long it must be present before it raises an episode
  std::optional<double> value;    ///< in `unit`
  std::optional<double> limit;    ///< the limit that was crossed, in `unit`
  Unit unit = Unit::None;
  std::string message;  ///< for the alarm line; only when Present
  std::string group;    ///< see Alert::group
};

}  // namespace vitalwall::alarms
