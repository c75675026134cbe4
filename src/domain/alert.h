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

/// State of an episode (the names of IHE PCD-04): the condition is present; it has gone but the
/// alarm stays until a person has seen it; all is over.
enum class AlertState : std::uint8_t { Active, Latched, Inactive };

/// Why an alert has its newest revision.
enum class AlertCause : std::uint8_t {
  Raised,         ///< also again, while it was latched
  Worse,          ///< a value farther from the limit, or a higher priority by it
  Escalated,      ///< nobody answered in time: the priority rose
  ValueMissing,   ///< no measurement any more: no recovery either
  ValueBack,      ///< measured again, the condition still present
  Acknowledged,   ///< by a person
  Ended,          ///< the condition has gone: latched or inactive
  Reset,          ///< a person has seen a latched alarm: inactive
  LimitsChanged,  ///< by a person (limits, profile, observations): over, or shown as judged now
  AlarmsPaused,   ///< by a person, for all alarms of the patient, timed
  AlarmOff,       ///< by a person, for the parameter
  Recorded        ///< now on disk; nothing else changed
};

/// Who silenced the condition, when, and what they had to say.
struct Acknowledgement {
  std::string by;
  WallTime at{};
  std::string note{};  ///< may be empty

  bool operator==(const Acknowledgement&) const = default;
};

/// What is alarmed: an event of a parameter. A patient has at most one open episode of each.
struct ConditionKey {
  MdcCode condition;  ///< event code: mdc::kEventHigh, kEventAsystole, ...
  MdcCode parameter;  ///< the numeric or wave it was seen in; 0 for what concerns the whole bed

  auto operator<=>(const ConditionKey&) const = default;
};

/// One alarm episode of a patient in one revision. Every change is a new revision of the same id;
/// the newest revision is the truth.
struct Alert {
  AlertId id;
  PatientId patient;
  std::uint64_t revision = 0;  ///< rises over all alerts and alarm settings of a server
  AlertKind kind = AlertKind::Physiological;
  AlertPriority priority = AlertPriority::Medium;
  MdcCode condition;            ///< event code: mdc::kEventHigh, kEventLow, ...
  MdcCode parameter;            ///< the numeric that crossed
  std::optional<double> value;  ///< worst value of the episode, in `unit`
  std::optional<double> limit;  ///< the limit that was crossed, in `unit`
  Unit unit = Unit::None;
  std::string message;  ///< "HR 134 > 120": short, for the alarm line
  AlertState state = AlertState::Active;
  AlertCause cause = AlertCause::Raised;
  std::string changedBy;  ///< the person behind `cause`; empty for the system itself
  WallTime raisedAt{};
  WallTime changedAt{};
  std::optional<Acknowledgement> acknowledged;
  /// Equal for alerts of many beds with one reason ("source sim"); lists show them as one.
  std::string group;
  bool recorded = true;  ///< false: shown, but not on disk

  ConditionKey key() const { return {condition, parameter}; }
  bool isActive() const { return state == AlertState::Active; }
  /// Still to be shown: present, or waiting for a person.
  bool isOpen() const { return state != AlertState::Inactive; }
  bool needsAttention() const { return isOpen() && !acknowledged; }
  bool operator==(const Alert&) const = default;
};

/// Standing order of alarm lists: unacknowledged first, then priority, then the older.
bool isMoreUrgent(const Alert& a, const Alert& b);

/// "***", "**" or "*": the prefix that tells priorities apart without colour.
std::string_view priorityPrefix(AlertPriority priority);

}  // namespace vitalwall
