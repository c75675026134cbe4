// SPDX-License-Identifier: GPL-3.0-or-later
// What the client does because time passes.
#include <QThread>

#include "session/link_line.h"
#include "session/monitor_client.h"
#include "session/session_log.h"
#include "session/status_words.h"

namespace vitalwall::session {

void MonitorClient::tick() {
  Q_ASSERT(thread() == QThread::currentThread());
  const auto now = m_clock->steadyNow();
  m_desk->expireCommands();
  reportFiguresIfDue(now);
  if (hearsLink()) {
    tickLink(now);
  } else if (m_status.state == LinkState::Backoff && now >= m_retryAt && !m_shuttingDown) {
    connectNow(connectingWords(m_status.server, true));
  }
}

void MonitorClient::tickLink(SteadyTime now) {
  m_link->directory.askIfDue(*m_transport, m_gate, *this, now);
  if (m_desk->takeOverflow()) {
    cancelLink(overflowEnd());
  } else if (m_status.state != LinkState::Connecting) {
    beatIfDue(now);
    judgeSilence(now);
    settleSync(now);
  } else if (now - m_link->openedAt >= m_options.times.connectLimit) {
    cancelLink(unansweredEnd());
  }
}

void MonitorClient::beatIfDue(SteadyTime now) {
  if (now - m_link->heartbeatAt < m_options.times.heartbeat) return;
  m_link->heartbeatAt = now;
  const auto id = CommandId::random();
  m_meter->noteBeat(id);
  m_desk->sendHeartbeat(id);
}

void MonitorClient::reportFiguresIfDue(SteadyTime now) {
  if (now - m_figuresAt >= m_options.times.figures) {
    m_figuresAt = now;
    Q_EMIT linkMeasured(figures());
  }
  if (now - m_figuresLineAt < m_options.times.figuresLine) return;
  m_figuresLineAt = now;
  qCInfo(lcSession).noquote() << nameOf(m_status.state) << m_status.server << linkLine(figures());
}

LinkFigures MonitorClient::figures() const {
  auto figures = m_meter->figures();
  figures.resentCommands = m_desk->resent();
  return figures;
}

void MonitorClient::judgeSilence(SteadyTime now) {
  const auto& times = m_options.times;
  // A plain server has nothing to say while nobody is watched.
  if (!m_status.extended && m_desk->watched() == 0) return;
  const auto staleAfter = m_status.extended ? times.staleAfter : times.plainStaleAfter;
  const auto lostAfter = m_status.extended ? times.lostAfter : times.plainLostAfter;
  const auto silence = now - m_link->listener->lastHeard();
  if (silence >= lostAfter) {
    cancelLink(silentEnd());
  } else if (silence >= staleAfter) {
    enter(LinkState::Stale, staleWords(m_status.server, staleAfter));
  } else if (m_status.state == LinkState::Stale) {
    enter(LinkState::Syncing, syncingWords(m_status.server, m_desk->watched()));
  }
}

void MonitorClient::settleSync(SteadyTime now) {
  const bool isLive = m_status.state == LinkState::Live;
  if (!isLive && (m_status.state != LinkState::Syncing || !isSynced(now))) return;
  if (!m_link->liveSince) m_link->liveSince = now;
  if (hasServedWell(*m_link, now)) m_round.renew();
  m_backoff.reset();
  m_status.attempt = 0;
  const bool hadTime = now - m_link->openedAt >= m_options.times.syncLimit;
  const auto missing = hadTime ? m_desk->awaited() : 0;
  enter(LinkState::Live, liveWords(m_status.server, m_desk->watched(), missing, m_status.extended));
}

bool MonitorClient::hasServedWell(const Link& link, SteadyTime now) const {
  return link.liveSince && now - *link.liveSince >= m_options.times.provenAfter;
}

bool MonitorClient::isSynced(SteadyTime now) const {
  if (!m_link->directory.isAnswered()) return false;
  const bool heard = m_link->listener->hasMessage();
  if (m_desk->awaited() == 0) return heard || m_desk->watched() == 0;
  return heard && now - m_link->openedAt >= m_options.times.syncLimit;
}

}  // namespace vitalwall::session
