// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "domain/alarm_repository.h"

namespace vitalwall::server {

/// What waits to be stored, as one record. Bounded: when alarms exceed their limit, only the newest
/// revision of each episode is kept, and then the oldest episodes go, those that are over first.
/// Of settings and orders the newest of each is kept, of audit and commands the newest. What had to
/// go is counted. Not thread-safe.
class RecordBacklog {
 public:
  /// How much is kept of each kind.
  struct Limits {
    std::size_t alerts = 100'000;
    std::size_t settings = 10'000;
    std::size_t orders = 10'000;
    std::size_t audit = 200'000;
    std::size_t commands = 10'000;
  };

  /// What had to go.
  struct Dropped {
    std::size_t revisions = 0;  ///< of alarms and settings that came again, and of orders
    std::size_t episodes = 0;   ///< alarms of which nothing was kept
    std::size_t audit = 0;      ///< lines

    bool isNothing() const { return revisions == 0 && episodes == 0 && audit == 0; }
    /// "3 revisions, 0 alarms and 1 audit line are missing in it"; empty for nothing.
    std::string toString() const;
    bool operator==(const Dropped&) const = default;
  };

  RecordBacklog() = default;
  explicit RecordBacklog(const Limits& limits) : m_limits(limits) {}

  /// Adds what is newer than all that is here.
  void append(AlarmRecord record);
  /// Adds what was taken and could not be stored; it is older than all that is here.
  void putBack(AlarmRecord record);
  /// Everything, which leaves nothing.
  AlarmRecord take();
  bool isEmpty() const { return m_record.isEmpty(); }

  /// What went since the last call.
  Dropped takeDropped();

 private:
  void keepLimits();
  void keepAlertLimit();

  const Limits m_limits{};
  AlarmRecord m_record;
  Dropped m_dropped;
};

}  // namespace vitalwall::server
