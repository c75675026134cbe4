// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "domain/opened_record.h"

namespace vitalwall::test {

/// A disk that a test holds in its hand: it stores at once, keeps a store waiting until the test
/// lets go, or refuses. Outlives the repositories that it opens. Thread-safe.
class HeldDisk {
 public:
  /// Opens a repository on this disk, or fails with the refusal.
  RecordOpener opener() {
    return [this]() -> absl::StatusOr<OpenedRecord> {
      const std::lock_guard lock(m_mutex);
      ++m_openings;
      if (!m_refusal.ok()) return m_refusal;
      return OpenedRecord{std::make_unique<Repository>(*this), m_notice};
    };
  }

  /// From now on store() waits, until release().
  void hold() {
    const std::lock_guard lock(m_mutex);
    m_holding = true;
  }
  void release() {
    const std::lock_guard lock(m_mutex);
    m_holding = false;
    m_changed.notify_all();
  }
  /// From now on opening and storing fail with `refusal`; an OkStatus ends that.
  void refuse(absl::Status refusal) {
    const std::lock_guard lock(m_mutex);
    m_refusal = std::move(refusal);
  }
  void setNotice(std::string notice) {
    const std::lock_guard lock(m_mutex);
    m_notice = std::move(notice);
  }
  void setArchive(AlarmArchive archive) {
    const std::lock_guard lock(m_mutex);
    m_archive = std::move(archive);
  }
  /// Whoever acknowledges now comes second.
  void setLost(std::vector<LostAcknowledgement> lost) {
    const std::lock_guard lock(m_mutex);
    m_lost = std::move(lost);
  }

  /// Waits until `count` calls of store() have begun. False after some seconds.
  bool awaitBegun(int count) {
    return await([this, count] { return m_begun >= count; });
  }
  /// Waits until `count` calls of store() have ended.
  bool awaitEnded(int count) {
    return await([this, count] { return m_ended >= count; });
  }
  bool awaitOpenings(int count) {
    return await([this, count] { return m_openings >= count; });
  }

  /// What was stored, one record for each transaction.
  std::vector<AlarmRecord> stored() {
    const std::lock_guard lock(m_mutex);
    return m_stored;
  }
  int attempts() {
    const std::lock_guard lock(m_mutex);
    return m_begun;
  }

 private:
  class Repository final : public AlarmRepository {
   public:
    explicit Repository(HeldDisk& disk) : m_disk(disk) {}
    absl::StatusOr<AlarmArchive> load() override {
      const std::lock_guard lock(m_disk.m_mutex);
      return m_disk.m_archive;
    }
    absl::StatusOr<std::vector<LostAcknowledgement>> store(const AlarmRecord& record) override {
      return m_disk.store(record);
    }
    absl::StatusOr<std::vector<Alert>> episodes(const AlarmQuery& query) override {
      auto all = alerts();
      if (all.size() > query.limit) all.resize(query.limit);
      return all;
    }
    absl::StatusOr<std::vector<Alert>> revisions(AlertId alert) override {
      auto all = alerts();
      std::erase_if(all, [alert](const Alert& it) { return it.id != alert; });
      return all;
    }

   private:
    std::vector<Alert> alerts() {
      std::vector<Alert> all;
      for (const auto& record : m_disk.stored())
        all.insert(all.end(), record.alerts.begin(), record.alerts.end());
      return all;
    }

    HeldDisk& m_disk;
  };

  absl::StatusOr<std::vector<LostAcknowledgement>> store(const AlarmRecord& record) {
    std::unique_lock lock(m_mutex);
    ++m_begun;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_holding; });
    ++m_ended;
    m_changed.notify_all();
    if (!m_refusal.ok()) return m_refusal;
    m_stored.push_back(record);
    return m_lost;
  }

  template <typename Condition>
  bool await(Condition condition) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(20), condition);
  }

  std::mutex m_mutex;
  std::condition_variable m_changed;
  bool m_holding = false;
  absl::Status m_refusal;
  std::string m_notice;
  AlarmArchive m_archive;
  std::vector<LostAcknowledgement> m_lost;
  std::vector<AlarmRecord> m_stored;
  int m_openings = 0;
  int m_begun = 0;
  int m_ended = 0;
};

}  // namespace vitalwall::test
