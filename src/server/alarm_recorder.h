// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "domain/alarm_repository.h"
#include "domain/clock.h"
#include "domain/opened_record.h"
#include "server/executor.h"

namespace vitalwall::server {

class StorageThread;
struct StorageEvents;

/// The state of the record when the server starts.
struct RecordStart {
  AlarmArchive archive;
  std::string notice;  ///< OpenedRecord::notice
};

/// What had been published as not recorded and is on disk now.
struct LateRecord {
  std::vector<AlertId> alerts;
  std::vector<PatientId> settings;        ///< whose settings
  std::vector<LostAcknowledgement> lost;  ///< acknowledgements that came second

  bool isEmpty() const { return alerts.empty() && settings.empty() && lost.empty(); }
};

/// Records what the alarm engine changed before it is published. One thread of its own writes;
/// everything that came while the disk was busy goes into one transaction (group commit). The disk
/// never holds up an alarm: what is not on disk after kPatience is reported as not recorded, and
/// kept. When storing fails, what waits is kept as RecordBacklog says and tried again every
/// kRetryInterval.
///
/// Every call is made and every callback runs on the ward executor, callbacks never from within a
/// call other than watch(). The exception is open().
class AlarmRecorder {
 public:
  static constexpr std::chrono::milliseconds kPatience{200};
  static constexpr std::chrono::seconds kRetryInterval{2};

  /// What became of one record.
  struct Report {
    /// False: the patience is over or storing failed. Publish it as not recorded; it is kept, and
    /// onRecordedLate() follows.
    bool recorded = false;
    /// Acknowledgements of the record that came second.
    std::vector<LostAcknowledgement> lost;
  };
  using Done = std::function<void(const Report&)>;
  using Episodes = std::function<void(const absl::StatusOr<std::vector<Alert>>&)>;

  /// Learns how storing goes. Ward executor.
  class Listener {
   public:
    Listener() = default;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// Storing has begun to fail; `sentence` says why. Again only after onStorageRecovered(), or
    /// when the reason has changed.
    virtual void onStorageProblem(const std::string& sentence) = 0;
    /// Everything that was kept is on disk. `sentence` names what had to be dropped meanwhile, and
    /// is empty when nothing was.
    virtual void onStorageRecovered(const std::string& sentence) = 0;
    virtual void onRecordedLate(const LateRecord& late) = 0;
    /// The record that could not be opened at the start is open now. What it holds of earlier runs
    /// is too late to be restored; its revision must be passed before settings are changed.
    virtual void onOpenedLate(const RecordStart& start) = 0;

   protected:
    ~Listener() = default;
  };

  /// Starts the storage thread. The references must outlive the recorder.
  AlarmRecorder(RecordOpener opener, Executor& ward, const Clock& clock, Listener& listener);

  /// Tries once more to write what waits, then ends the thread; no callback comes any more. When
  /// the ward executor does not run, or on it.
  ~AlarmRecorder();

  /// Waits for the thread to open and load the record. Any thread, once, before the first record().
  /// After an error the recorder works all the same: nothing is recorded, and opening is tried
  /// again every kRetryInterval.
  absl::StatusOr<RecordStart> open();

  /// Stores `record` and reports it, in the order of the calls. Alerts and settings are stored as
  /// recorded whatever they say. Never blocks.
  void record(AlarmRecord record, Done done);

  /// To be called at every tick: reports what has waited longer than kPatience as not recorded.
  void watch();

  /// The episodes that `query` asks for, read between two writes. Answered with ResourceExhausted
  /// when too many queries wait.
  void query(AlarmQuery query, Episodes answer);
  /// Every revision of one episode, oldest first.
  void revisions(AlertId alert, Episodes answer);

 private:
  struct Waiting {
    std::uint64_t ticket = 0;
    SteadyTime since{};
    std::vector<AlertId> alerts;
    std::vector<AlertId> acknowledged;
    std::vector<PatientId> settings;
    Done done;
  };

  void takeEvents();

  Executor& m_ward;
  const Clock& m_clock;
  Listener& m_listener;
  std::deque<Waiting> m_waiting;
  std::unique_ptr<StorageThread> m_thread;
};

}  // namespace vitalwall::server
