// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "server/executor.h"
#include "server/record_keeper.h"

namespace vitalwall::test {

/// A record that the test holds in its hand: stores at once, or keeps everything waiting until the
/// test lets go, or fails.
class FakeKeeper final : public server::RecordKeeper {
 public:
  explicit FakeKeeper(server::Executor& ward) : m_ward(ward) {}

  void record(AlarmRecord record, Done done) override {
    records.push_back(std::move(record));
    m_waiting.push_back(std::move(done));
    if (!holding) release();
  }
  void watch() override {}
  void query(AlarmQuery query, Episodes answer) override {
    queries.push_back(std::move(query));
    post([this, answer = std::move(answer)] { answer(episodes); });
  }
  void revisions(AlertId alert, Episodes answer) override {
    std::vector<Alert> found;
    for (const auto& record : records)
      for (const auto& revision : record.alerts)
        if (revision.id == alert) found.push_back(revision);
    post([found = std::move(found), answer = std::move(answer)] { answer(found); });
  }

  /// Reports all that waits with `report`.
  void release(const server::RecordReport& report = {true, {}}) {
    for (auto& done : std::exchange(m_waiting, {}))
      post([done = std::move(done), report] { done(report); });
  }

  std::vector<AlarmRecord> records;
  std::vector<AlarmQuery> queries;
  std::vector<Alert> episodes;  ///< what a query finds
  bool holding = false;

 private:
  void post(server::Executor::Task task) {
    [[maybe_unused]] const bool isTaken = m_ward.post(std::move(task));
  }

  server::Executor& m_ward;
  std::vector<Done> m_waiting;
};

}  // namespace vitalwall::test
