// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "alarms/alarm_changes.h"
#include "alarms/episode.h"

namespace vitalwall::alarms {

/// Where the numbers of alerts and revisions come from.
struct Numbering {
  std::uint64_t epoch = 0;     ///< names the run
  std::uint64_t revision = 0;  ///< the newest that was given out
  std::uint64_t episodes = 0;  ///< raised in this run

  AlertId nextAlert();
};

/// Collects and numbers what one input changes.
class ChangeSet {
 public:
  /// `numbering` must outlive the object.
  ChangeSet(Numbering& numbering, Moment now) : m_numbering(numbering), m_now(now) {}

  const Moment& now() const { return m_now; }
  AlertId nextAlert() { return m_numbering.nextAlert(); }

  /// The changed alert of `episode` in a new revision.
  void publish(Episode& episode);
  /// `settings`, which `person` has changed, in a new revision.
  void publish(AlarmSettings& settings, const std::string& person);
  /// `settings` as they are in a new revision.
  void republish(AlarmSettings& settings);
  /// `entry` gets the time of now.
  void audit(AuditEntry entry);

  AlarmChanges take() { return std::move(m_changes); }

 private:
  Numbering& m_numbering;
  const Moment m_now;
  AlarmChanges m_changes;
};

}  // namespace vitalwall::alarms
