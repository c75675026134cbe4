// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>
#include <memory>

#include "domain/clock.h"
#include "session/client_options.h"
#include "session/monitor_client.h"

namespace vitalwall::session {

/// Owns the QThread in which a MonitorClient lives. Destruction: half-close, drain, cancel after a
/// bounded wait, quit, wait; at most two seconds. Create after the models that its signals feed, so
/// that it goes first. All methods: the thread that owns it.
class ClientThread {
 public:
  explicit ClientThread(ClientOptions options,
                        std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>());
  ClientThread(const ClientThread&) = delete;
  ClientThread& operator=(const ClientThread&) = delete;
  ~ClientThread();

  /// To connect its signals, before start(). Its slots belong to its own thread.
  const MonitorClient& client() const { return *m_client; }
  RequestWriter writer() const { return m_client->writer(); }
  std::shared_ptr<Mailbox> mailbox() const { return m_client->mailbox(); }
  std::shared_ptr<LinkMeter> meter() const { return m_client->meter(); }

  /// Begins to connect.
  void start();

  /// Tries again at once instead of waiting, also after a refusal.
  void retryNow();

  /// Asks the server for alarm episodes of the past, in their newest revision and the newest first,
  /// or for every revision of one. The answer is MonitorClient::historyReceived or historyFailed
  /// with the same id, one of them and once.
  QueryId askHistory(const AlarmQuery& query);
  QueryId askRevisions(AlertId alert);

  /// The answer is not wanted any more. One that is on its way in a queued signal still comes.
  void cancelQuery(QueryId id);

 private:
  QThread m_thread;
  QueryId m_lastQuery;
  MonitorClient* m_client;  ///< deleted in its own thread when that ends
};

}  // namespace vitalwall::session
