// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include "domain/opened_record.h"
#include "server/record_backlog.h"
#include "server/record_keeper.h"

namespace vitalwall::server {

/// The one thread that opens, writes and reads the alarm record. Everything that came while it was
/// busy goes into the next transaction. After a failure it rests until retry(), and keeps what
/// comes meanwhile.
class StorageThread {
 public:
  /// One attempt to store.
  struct Attempt {
    std::uint64_t ticket = 0;  ///< of the newest record in it
    absl::Status status;
    // Of a success:
    std::vector<AlertId> alerts;      ///< whose revisions it held, each once
    std::vector<PatientId> settings;  ///< likewise
    std::vector<LostAcknowledgement> lost;
    RecordBacklog::Dropped dropped;  ///< since the last success
  };

  /// Told on the storage thread.
  class Client {
   public:
    Client() = default;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// Opening has been tried: at the start, and by retry() as long as it fails.
    virtual void onOpened(const absl::StatusOr<RecordStart>& start) = 0;
    virtual void onAttempt(const Attempt& attempt) = 0;

   protected:
    ~Client() = default;
  };

  /// Reads from the record; null when it is not open.
  using Read = std::function<void(AlarmRepository*)>;

  static constexpr std::size_t kMaxReads = 64;

  /// Starts the thread. `client` must outlive it.
  StorageThread(RecordOpener opener, Client& client);

  /// Tries once to store what waits, then ends the thread. Waits as long as the repository does.
  ~StorageThread();

  StorageThread(const StorageThread&) = delete;
  StorageThread& operator=(const StorageThread&) = delete;

  /// Stores `record` as soon as possible; `ticket` rises from call to call. Thread-safe.
  void store(AlarmRecord record, std::uint64_t ticket);

  /// Opens again if need be, and tries again to store. Thread-safe.
  void retry();

  /// Reads between two transactions. False when too many wait. Thread-safe.
  [[nodiscard]] bool ask(Read read);

 private:
  enum class Work : std::uint8_t { Retry, Store, Read, End };

  struct Batch {
    std::uint64_t ticket = 0;  ///< of the newest record in it
    AlarmRecord record;
  };

  void run(const std::stop_token& stop);
  Work awaitWork(const std::stop_token& stop);
  bool open();
  void retryNow();
  void attempt();
  bool hasBacklog();
  Batch takeBatch();
  Attempt stored(const Batch& batch, std::vector<LostAcknowledgement> lost);
  Attempt refused(Batch batch, const absl::Status& status);
  void answerOne();

  const RecordOpener m_opener;
  Client& m_client;

  std::unique_ptr<AlarmRepository> m_repository;  // storage thread only

  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  RecordBacklog m_backlog;
  std::uint64_t m_ticket = 0;
  std::deque<Read> m_reads;
  bool m_retry = false;
  bool m_resting = false;  ///< after a failure: nothing is tried until m_retry

  std::jthread m_thread;
};

}  // namespace vitalwall::server
