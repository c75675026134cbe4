// SPDX-License-Identifier: GPL-3.0-or-later
// What the client does because time passes.
#include <QThread>

#include "session/monitor_client.h"
#include "session/status_words.h"

namespace vitalwall::session {

using namespace Qt::Literals::StringLiterals;

void MonitorClient::tick() {
  Q_ASSERT(thread() == QThread::currentThread());
  const auto now = m_clock->steadyNow();
  m_desk->expireCommands();
  if (hearsLink()) {
    tickLink(now);
  } else if (m_status.state == LinkState::Backoff && now >= m_retryAt && !m_shuttingDown) {
    connectNow();
  }
}

void MonitorClient::tickLink(SteadyTime now) {
  m_link->directory.askIfDue(*m_transport, m_gate, *this, now);
  if (m_desk->takeOverflow()) {
    cancelLink(u"the server takes no more requests"_s);
  } else if (m_status.state != LinkState::Connecting) {
    beatIfDue(now);
    judgeSilence(now);
    settleSync(now);
  } else if (now - m_link->openedAt >= m_options.times.connectLimit) {
    cancelLink(u"the server does not answer"_s);
  }
}

void MonitorClient::beatIfDue(SteadyTime now) {
  if (now - m_link->heartbeatAt < m_options.times.heartbeat) return;
  m_link->heartbeatAt = now;
  m_desk->sendHeartbeat();
}

void MonitorClient::judgeSilence(SteadyTime now) {
  const auto& times = m_options.times;
  // A plain server has nothing to say while nobody is watched.
  if (!m_status.extended && m_desk->watched() == 0) return;
  const auto staleAfter = m_status.extended ? times.staleAfter : times.plainStaleAfter;
  const auto lostAfter = m_status.extended ? times.lostAfter : times.plainLostAfter;
  const auto silence = now - m_link->listener->lastHeard();
  if (silence >= lostAfter) {
    cancelLink(u"the server has fallen silent"_s);
  } else if (silence >= staleAfter) {
    enter(LinkState::Stale, staleWords(m_status.server, staleAfter));
  } else if (m_status.state == LinkState::Stale) {
    enter(LinkState::Syncing, syncingWords(m_status.server, m_desk->watched()));
  }
}

void MonitorClient::settleSync(SteadyTime now) {
  const bool isLive = m_status.state == LinkState::Live;
  if (!isLive && (m_status.state != LinkState::Syncing || !isSynced(now))) return;
  m_backoff.reset();
  m_status.attempt = 0;
  const bool hadTime = now - m_link->openedAt >= m_options.times.syncLimit;
  const auto missing = hadTime ? m_desk->awaited() : 0;
  enter(LinkState::Live, liveWords(m_status.server, m_desk->watched(), missing, m_status.extended));
}

bool MonitorClient::isSynced(SteadyTime now) const {
  if (!m_link->directory.isAnswered()) return false;
  const bool heard = m_link->listener->hasMessage();
  if (m_desk->awaited() == 0) return heard || m_desk->watched() == 0;
  return heard && now - m_link->openedAt >= m_options.times.syncLimit;
}

}  // namespace vitalwall::session
