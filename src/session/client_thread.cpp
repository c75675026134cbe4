// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/client_thread.h"

#include <QDeadlineTimer>
#include <utility>

#include "session/session_log.h"

namespace vitalwall::session {

ClientThread::ClientThread(ClientOptions options, std::shared_ptr<const Clock> clock)
    : m_client(new MonitorClient(std::move(options), std::move(clock))) {
  m_thread.setObjectName(QStringLiteral("monitor-client"));
  m_client->moveToThread(&m_thread);
  // Direct: the GUI's event loop may not run any more when the client has finished.
  QObject::connect(m_client, &MonitorClient::finished, &m_thread, &QThread::quit,
                   Qt::DirectConnection);
  QObject::connect(&m_thread, &QThread::finished, m_client, &QObject::deleteLater);
  m_thread.start();
}

ClientThread::~ClientThread() {
  m_client->gate()->post([client = m_client] { client->shutDown(); });
  if (m_thread.wait(QDeadlineTimer(std::chrono::seconds(1)))) return;
  qCWarning(lcSession) << "The stream did not end in time; the client thread is stopped.";
  m_thread.quit();
  m_thread.wait();
}

void ClientThread::start() {
  m_client->gate()->post([client = m_client] { client->start(); });
}

void ClientThread::retryNow() {
  m_client->gate()->post([client = m_client] { client->retryNow(); });
}

QueryId ClientThread::askHistory(const AlarmQuery& query) {
  const QueryId id{++m_lastQuery.value};
  m_client->gate()->post([client = m_client, id, query] { client->askHistory(id, query); });
  return id;
}

QueryId ClientThread::askRevisions(AlertId alert) {
  const QueryId id{++m_lastQuery.value};
  m_client->gate()->post([client = m_client, id, alert] { client->askRevisions(id, alert); });
  return id;
}

void ClientThread::cancelQuery(QueryId id) {
  m_client->gate()->post([client = m_client, id] { client->cancelQuery(id); });
}

}  // namespace vitalwall::session
