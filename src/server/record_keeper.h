// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/alarm_repository.h"

namespace vitalwall::server {

/// What became of a record.
struct RecordReport {
  bool recorded = true;  ///< false: not on disk yet; what it holds is published all the same
  std::vector<LostAcknowledgement> lost;
};

/// Makes what the alarm engine changed durable before it is published. Never blocks; all answers
/// come on the ward executor, never from within a call, those of record() in the order of the
/// calls. Ward executor only.
class RecordKeeper {
 public:
  using Done = std::function<void(const RecordReport&)>;
  using Episodes = std::function<void(const absl::StatusOr<std::vector<Alert>>&)>;

  RecordKeeper() = default;
  RecordKeeper(const RecordKeeper&) = delete;
  RecordKeeper& operator=(const RecordKeeper&) = delete;
  virtual ~RecordKeeper() = default;

  /// `done` is called as soon as `record` is on disk, or is not in time: then it is kept and stored
  /// later.
  virtual void record(AlarmRecord record, Done done) = 0;

  /// AlarmRepository::episodes() and revisions().
  virtual void episodes(const AlarmQuery& query, Episodes answer) = 0;
  virtual void revisions(AlertId alert, Episodes answer) = 0;
};

/// What a RecordKeeper has to say by itself. Called on the ward executor.
class RecordObserver {
 public:
  RecordObserver() = default;
  RecordObserver(const RecordObserver&) = delete;
  RecordObserver& operator=(const RecordObserver&) = delete;
  virtual ~RecordObserver() = default;

  /// Nothing can be stored, for the reason in `sentence`.
  virtual void onStorageProblem(const std::string& sentence) = 0;
  /// Everything that was kept is stored.
  virtual void onStorageRecovered() = 0;
  /// `alerts` had been reported as not recorded, and are stored now.
  virtual void onRecordedLate(const std::vector<AlertId>& alerts) = 0;
  /// Somebody else's acknowledgement was stored first, found when storing late.
  virtual void onLostAcknowledgements(const std::vector<LostAcknowledgement>& lost) = 0;
};

}  // namespace vitalwall::server
