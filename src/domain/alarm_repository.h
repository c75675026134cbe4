// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "domain/alarm_settings.h"
#include "domain/alert.h"
#include "domain/audit.h"
#include "domain/command.h"
#include "domain/order.h"

namespace vitalwall {

/// What becomes durable together: all of it in one transaction, or nothing.
struct AlarmRecord {
  std::vector<Alert> alerts;            ///< revisions, in order
  std::vector<AlarmSettings> settings;  ///< revisions, in order
  std::vector<Order> orders;
  std::vector<AuditEntry> audit;
  std::vector<CommandResult> commands;  ///< answers, so that a repeated command gets the same one

  bool isEmpty() const {
    return alerts.empty() && settings.empty() && orders.empty() && audit.empty() &&
           commands.empty();
  }
};

/// An acknowledgement that came second: somebody else's holds.
struct LostAcknowledgement {
  AlertId alert;
  Acknowledgement winner;

  bool operator==(const LostAcknowledgement&) const = default;
};

/// What a server needs to go on where the last run stopped.
struct AlarmArchive {
  std::vector<Alert> open;              ///< every episode that is not inactive
  std::vector<AlarmSettings> settings;  ///< newest of each patient
  std::vector<Order> orders;            ///< newest of each order
  std::vector<CommandResult> commands;  ///< newest answers, the oldest first
  std::uint64_t revision = 0;           ///< the newest of alerts and settings
};

/// An episode in a listing from the newest to the oldest, from which to go on.
struct AlarmPlace {
  WallTime raisedAt{};
  AlertId alert;

  bool operator==(const AlarmPlace&) const = default;
};

/// Which alarm episodes of the past are asked for.
struct AlarmQuery {
  std::optional<PatientId> patient;
  std::optional<WallTime> since;    ///< raised at or after
  std::optional<WallTime> before;   ///< raised before
  std::optional<AlarmPlace> after;  ///< behind this place in the listing
  std::size_t limit = 500;
};

/// Where alarms, settings, orders and the audit are kept. Implementations say in Status words that
/// a person understands what failed. One thread at a time; calls may block on the disk.
class AlarmRepository {
 public:
  AlarmRepository() = default;
  AlarmRepository(const AlarmRepository&) = delete;
  AlarmRepository& operator=(const AlarmRepository&) = delete;
  virtual ~AlarmRepository() = default;

  /// All that is open or in force.
  virtual absl::StatusOr<AlarmArchive> load() = 0;

  /// Makes `record` durable before it returns, or nothing of it. An alert revision that brings the
  /// first acknowledgement of its episode wins; when the episode is acknowledged already, that
  /// acknowledgement stays and is returned, with everything else of `record` stored. A revision
  /// that is not newer than the stored one changes nothing: storing again after a failure whose
  /// outcome is not known is safe.
  virtual absl::StatusOr<std::vector<LostAcknowledgement>> store(const AlarmRecord& record) = 0;

  /// Episodes in their newest revision, the newest first; of one moment, the greater id first.
  virtual absl::StatusOr<std::vector<Alert>> episodes(const AlarmQuery& query) = 0;

  /// Every revision of one episode, oldest first.
  virtual absl::StatusOr<std::vector<Alert>> revisions(AlertId alert) = 0;
};

}  // namespace vitalwall
