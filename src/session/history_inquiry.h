// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "protocol/alarm_history_codec.h"
#include "session/thread_gate.h"
#include "stream/transport.h"

namespace vitalwall::session {

/// Names one question, and its answer. Value; carried by a queued signal.
struct QueryId {
  std::uint64_t value = 0;

  auto operator<=>(const QueryId&) const = default;
};

/// Whom the inquiry tells, in the client's thread. Each question gets one answer unless it was
/// cancelled.
struct HistoryReports {
  std::function<void(QueryId, const std::vector<Alert>&)> received;
  std::function<void(QueryId, const QString&)> failed;
};

/// Asks the server for alarms of the past, page after page until the query's limit. In the client's
/// thread; must die after the gate is closed.
class HistoryInquiry {
 public:
  /// `deadline` is that of one page.
  HistoryInquiry(std::shared_ptr<ThreadGate> gate, milliseconds deadline, HistoryReports reports);

  /// Episodes in their newest revision, the newest first. Without a transport (null) it fails at
  /// once: there is no connection.
  void askEpisodes(const std::shared_ptr<stream::Transport>& transport, QueryId id,
                   const AlarmQuery& query);

  /// Every revision of one episode, the oldest first.
  void askRevisions(const std::shared_ptr<stream::Transport>& transport, QueryId id, AlertId alert);

  /// Nobody waits any more: what still arrives is dropped.
  void cancel(QueryId id) { m_open.erase(id); }

 private:
  struct Question {
    std::weak_ptr<stream::Transport> transport;
    AlarmQuery query;
    std::vector<Alert> alerts;  ///< of the pages so far
  };

  void askPage(QueryId id, const std::optional<protocol::AlarmPlace>& after);
  void onPage(QueryId id, absl::StatusOr<protocol::AlarmPage> page);
  void onRevisions(QueryId id, const absl::StatusOr<std::vector<Alert>>& revisions);
  void fail(QueryId id, const absl::Status& status);

  const std::shared_ptr<ThreadGate> m_gate;
  const milliseconds m_deadline;
  const HistoryReports m_reports;
  std::map<QueryId, Question> m_open;
};

}  // namespace vitalwall::session
