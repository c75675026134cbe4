// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "domain/alarm_repository.h"
#include "storage/statement.h"

namespace vitalwall::storage {

/// Alarm episodes in their newest revision, and every revision. Here two simultaneous
/// acknowledgements are decided: the one that finds none in place wins.
class AlertTable {
 public:
  explicit AlertTable(const Connection& connection);

  /// Stores one revision, within the caller's transaction. A revision that is not newer than the
  /// stored one changes nothing. A newer one that is more urgent withdraws the acknowledgement in
  /// place, which was given for less; otherwise that acknowledgement stays whatever `alert` says.
  /// Returns it when `alert` brings another.
  absl::StatusOr<std::optional<LostAcknowledgement>> store(const Alert& alert);

  /// Episodes that are not inactive, in the order of their raising.
  absl::StatusOr<std::vector<Alert>> open();
  /// As AlarmRepository says.
  absl::StatusOr<std::vector<Alert>> episodes(const AlarmQuery& query);
  absl::StatusOr<std::vector<Alert>> revisions(AlertId alert);
  /// 0 when there is none.
  absl::StatusOr<std::uint64_t> newestRevision();

 private:
  using Acknowledged = std::optional<Acknowledgement>;

  absl::StatusOr<bool> storeEpisode(const Alert& alert);
  absl::StatusOr<Acknowledged> claim(const Alert& alert);
  absl::StatusOr<Acknowledged> storedWith(const Alert& alert);

  const Connection& m_connection;
  Statement m_withdraw;
  Statement m_storeEpisode;
  Statement m_claim;
  Statement m_episode;
  Statement m_storeRevision;
  Statement m_revision;
  Statement m_open;
  Statement m_revisions;
  Statement m_newest;
};

}  // namespace vitalwall::storage
