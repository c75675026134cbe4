// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <future>
#include <map>
#include <string>
#include <vector>

#include "domain/clock.h"
#include "domain/opened_record.h"
#include "server/executor.h"
#include "server/record_keeper.h"
#include "server/storage_thread.h"
#include "server/ward_gate.h"

namespace vitalwall::server {

/// Records on a thread of its own. Everything that came while the disk was busy goes into one
/// transaction. The disk never holds up an alarm: what is not on disk after kPatience is reported
/// as not recorded, and kept. When storing fails, what waits is kept as RecordBacklog says and
/// tried again every kRetryInterval.
///
/// Ward executor only, except open().
class AlarmRecorder final : public RecordKeeper, private StorageThread::Client {
 public:
  static constexpr std::chrono::milliseconds kPatience{200};
  static constexpr std::chrono::seconds kRetryInterval{2};
  /// A disk that has answered nothing for so long is reported as failing.
  static constexpr std::chrono::seconds kSilence{4};

  /// Starts the storage thread, which calls `opener`. The references must outlive the recorder.
  AlarmRecorder(RecordOpener opener, Executor& ward, const Clock& clock, RecordObserver& observer);

  /// Tries once more to write what waits, then ends the thread; nothing is reported any more. On
  /// the ward executor, or when it does not run.
  ~AlarmRecorder() override;

  /// Waits until the record is open and loaded. Any thread; once, before the first record(). After
  /// an error the recorder works all the same: nothing is recorded, and opening is tried again
  /// every kRetryInterval.
  absl::StatusOr<RecordStart> open();

  void record(AlarmRecord record, Done done) override;
  void watch() override;
  void query(AlarmQuery query, Episodes answer) override;
  void revisions(AlertId alert, Episodes answer) override;

 private:
  /// A record that is not reported yet.
  struct Waiting {
    std::uint64_t ticket = 0;
    SteadyTime since{};
    std::vector<AlertId> alerts;
    std::vector<PatientId> settings;
    Done done;
  };
  using Read = std::function<absl::StatusOr<std::vector<Alert>>(AlarmRepository&)>;

  // On the storage thread.
  void onOpened(const absl::StatusOr<RecordStart>& start) override;
  void onAttempt(const StorageThread::Attempt& attempt) override;

  void ask(Read read, Episodes answer);
  void finishOpening(const absl::StatusOr<RecordStart>& start);
  void finishAttempt(const StorageThread::Attempt& attempt);
  void finishSuccess(const StorageThread::Attempt& attempt);
  LateRecord takeLate(const StorageThread::Attempt& attempt);
  void setProblem(const std::string& sentence);
  void recover(const RecordBacklog::Dropped& dropped);
  void giveUpOldest();
  void giveUpAll();
  bool isFailing() const { return !m_problem.empty(); }
  bool isSilent(SteadyTime now) const;

  const Clock& m_clock;
  RecordObserver& m_observer;
  std::promise<absl::StatusOr<RecordStart>> m_opened;
  bool m_isFirstOpening = true;  // storage thread only

  std::uint64_t m_ticket = 0;         ///< of the newest record
  std::uint64_t m_settledTicket = 0;  ///< of the newest record that an attempt held
  SteadyTime m_heardAt{};             ///< when an attempt ended, or the first record after it came
  SteadyTime m_retryAt{};
  std::string m_problem;  ///< why storing fails now
  std::deque<Waiting> m_waiting;
  // What was reported as not recorded and is not on disk yet, with the newest ticket of each.
  std::map<AlertId, std::uint64_t> m_lateAlerts;
  std::map<PatientId, std::uint64_t> m_lateSettings;

  WardGate m_gate;
  StorageThread m_thread;  // last: it must end first
};

}  // namespace vitalwall::server
