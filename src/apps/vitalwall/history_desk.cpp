// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall/history_desk.h"

#include "domain/alarm_repository.h"

namespace vitalwall::station {

HistoryDesk::HistoryDesk(models::Ward& ward, session::ClientThread& client)
    : m_ward(ward), m_client(client) {
  const auto* source = &client.client();
  connect(source, &session::MonitorClient::historyReceived, this, &HistoryDesk::onReceived);
  connect(source, &session::MonitorClient::historyFailed, this, &HistoryDesk::onFailed);
}

void HistoryDesk::ask(const std::optional<PatientId>& patient) {
  if (m_open) m_client.cancelQuery(*m_open);
  AlarmQuery query;
  query.patient = patient;
  query.limit = kMostEpisodes;
  m_open = m_client.askHistory(query);
  m_ward.setHistoryNotice(tr("Loading the server's record \u2026"));
}

void HistoryDesk::onReceived(session::QueryId id, const std::vector<Alert>& episodes) {
  if (id != m_open) return;
  m_open.reset();
  m_ward.addHistory(episodes);
  m_ward.setHistoryNotice(
      episodes.size() < kMostEpisodes
          ? tr("The server's record is complete: %1 alarms.").arg(episodes.size())
          : tr("The newest %1 alarms of the server's record; older ones are left out.")
                .arg(episodes.size()));
}

void HistoryDesk::onFailed(session::QueryId id, const QString& sentence) {
  if (id != m_open) return;
  m_open.reset();
  m_ward.setHistoryNotice(sentence);
}

}  // namespace vitalwall::station
