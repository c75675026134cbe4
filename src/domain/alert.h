// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "domain/clock.h"
#include "domain/ids.h"
#include "domain/metric.h"

namespace vitalwall {

/// IEC 60601-1-8 alarm condition priorities, most urgent first.
enum class AlertPriority : std::uint8_t { High, Medium, Low };

/// Whether the body or the equipment is the cause (IEC 60601-1-8).
enum class AlertKind : std::uint8_t { Physiological, Technical };

/// State of the alarm condition: present, or gone.
enum class AlertState : std::uint8_t { Active, Inactive };

/// Who silenced the condition, and when.
struct Acknowledgement {
  std::string by;
  WallTime at{};

  bool operator==(const Acknowledgement&) const = default;
};

/// One alarm episode of a patient in one revision. Every change is a new revision of the same id;
/// the newest revision is the truth.
struct Alert {
  AlertId id;
  PatientId patient;
  std::uint64_t revision = 0;  ///< rises over all alerts of a server epoch
  AlertKind kind = AlertKind::Physiological;
  AlertPriority priority = AlertPriority::Medium;
  MdcCode condition;            ///< event code: mdc::kEventHigh, kEventLow, ...
  MdcCode parameter;            ///< the numeric that crossed
  std::optional<double> value;  ///< worst value of the episode, in `unit`
  std::optional<double> limit;  ///< the limit that was crossed, in `unit`
  Unit unit = Unit::None;
  std::string message;  ///< "HR 134 > 120": short, for the alarm line
  AlertState state = AlertState::Active;
  WallTime raisedAt{};
  WallTime changedAt{};
  std::optional<Acknowledgement> acknowledged;

  bool isActive() const { return state == AlertState::Active; }
  bool needsAttention() const { return isActive() && !acknowledged; }
  bool operator==(const Alert&) const = default;
};

/// Standing order of alarm lists: unacknowledged first, then priority, then the older.
bool isMoreUrgent(const Alert& a, const Alert& b);

/// "***", "**" or "*": the prefix that tells priorities apart without colour.
std::string_view priorityPrefix(AlertPriority priority);

}  // namespace vitalwall
