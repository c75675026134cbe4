// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <absl/status/statusor.h>

#include "domain/alarm_repository.h"

namespace vitalwall::server {

/// The state of the record when the server starts.
struct RecordStart {
  AlarmArchive archive;
  std::string notice;  ///< OpenedRecord::notice
};

/// What became of one record.
struct RecordReport {
  /// False: it is not on disk in time. Publish it as not recorded; it is kept, and
  /// RecordObserver::onRecordedLate() follows.
  bool recorded = false;
  /// Acknowledgements of the record that came second.
  std::vector<LostAcknowledgement> lost;
};

/// What had been published as not recorded and is on disk now.
struct LateRecord {
  std::vector<AlertId> alerts;
  std::vector<PatientId> settings;        ///< whose settings
  std::vector<LostAcknowledgement> lost;  ///< acknowledgements that came second

  bool isEmpty() const { return alerts.empty() && settings.empty() && lost.empty(); }
};

/// Makes what the alarm engine changed durable before it is published. Never blocks; callbacks run
/// on the ward executor, never from within a call other than watch(). Ward executor only.
class RecordKeeper {
 public:
  using Done = std::function<void(const RecordReport&)>;
  using Episodes = std::function<void(const absl::StatusOr<std::vector<Alert>>&)>;

  RecordKeeper() = default;
  RecordKeeper(const RecordKeeper&) = delete;
  RecordKeeper& operator=(const RecordKeeper&) = delete;
  virtual ~RecordKeeper() = default;

  /// Stores `record` and reports it, in the order of the calls. Alerts and settings are stored as
  /// recorded whatever they say.
  virtual void record(AlarmRecord record, Done done) = 0;

  /// To be called at every tick: reports what has waited too long as not recorded.
  virtual void watch() = 0;

  /// AlarmRepository::episodes() and revisions(), read between two writes. Answered with
  /// ResourceExhausted when too many queries wait.
  virtual void query(AlarmQuery query, Episodes answer) = 0;
  virtual void revisions(AlertId alert, Episodes answer) = 0;
};

/// Learns how storing goes. Ward executor.
class RecordObserver {
 public:
  RecordObserver() = default;
  RecordObserver(const RecordObserver&) = delete;
  RecordObserver& operator=(const RecordObserver&) = delete;

  /// Storing has begun to fail; `sentence` says why. Again only after onStorageRecovered(), or when
  /// the reason has changed.
  virtual void onStorageProblem(const std::string& sentence) = 0;
  /// Everything that was kept is on disk. `sentence` names what had to be dropped meanwhile, and is
  /// empty when nothing was.
  virtual void onStorageRecovered(const std::string& sentence) = 0;
  virtual void onRecordedLate(const LateRecord& late) = 0;
  /// The record that could not be opened at the start is open now. What it holds of earlier runs is
  /// too late to be restored; its revision must be passed before settings are changed.
  virtual void onOpenedLate(const RecordStart& start) = 0;

 protected:
  ~RecordObserver() = default;
};

}  // namespace vitalwall::server
