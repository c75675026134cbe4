// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/monitor_client.h"

#include <QThread>
#include <random>
#include <utility>

#include "protocol/metadata.h"
#include "protocol/percent_text.h"
#include "session/end_policy.h"
#include "session/session_log.h"
#include "session/status_words.h"

namespace vitalwall::session {

using namespace Qt::Literals::StringLiterals;

namespace {
std::mt19937_64 generatorFrom(std::uint64_t seed) {
  return std::mt19937_64(seed != 0 ? seed : std::random_device{}());
}

std::unique_ptr<JournalFile> journalOf(const ClientOptions& options) {
  if (options.journal.empty()) return nullptr;
  return JournalFile::open(
      QString::fromStdString(options.journal),
      {QString::fromStdString(options.server), QString::fromStdString(options.user)});
}

const char* nameOf(LinkState state) {
  switch (state) {
    case LinkState::Disconnected:
      return "Disconnected";
    case LinkState::Connecting:
      return "Connecting";
    case LinkState::Syncing:
      return "Syncing";
    case LinkState::Live:
      return "Live";
    case LinkState::Stale:
      return "Stale";
    case LinkState::Backoff:
      return "Backoff";
  }
  return "?";
}
}  // namespace

MonitorClient::MonitorClient(ClientOptions options, std::shared_ptr<const Clock> clock)
    : m_options(std::move(options)),
      m_clock(std::move(clock)),
      m_gate(std::make_shared<ThreadGate>([this] { Q_EMIT posted(QPrivateSignal()); })),
      m_desk(std::make_shared<RequestDesk>(m_clock, m_options.times.commands, reports(),
                                           journalOf(m_options))),
      m_history(m_gate, m_options.times.historyDeadline, historyReports()),
      m_timer(this),
      m_backoff(generatorFrom(m_options.seed)) {
  m_status.server = QString::fromStdString(m_options.server);
  connect(&m_timer, &QTimer::timeout, this, &MonitorClient::tick);
  connect(
      this, &MonitorClient::posted, this, [this] { m_gate->runAll(); }, Qt::QueuedConnection);
}

MonitorClient::~MonitorClient() {
  m_gate->close();
  m_desk->detach();
  if (m_link) m_link->stream->cancel();
}

DeskReports MonitorClient::reports() {
  return {[this, gate = m_gate](const CommandProgress& progress) {
            gate->post([this, progress] { Q_EMIT commandProgressed(progress); });
          },
          [this, gate = m_gate](const Notice& notice) {
            gate->post([this, notice] { Q_EMIT noticeReceived(notice); });
          }};
}

HistoryReports MonitorClient::historyReports() {
  return {[this](QueryId id, const auto& alerts) { Q_EMIT historyReceived(id, alerts); },
          [this](QueryId id, const auto& sentence) { Q_EMIT historyFailed(id, sentence); }};
}

void MonitorClient::start() {
  Q_ASSERT(thread() == QThread::currentThread());
  if (m_timer.isActive()) return;
  m_desk->takeUpLeftOver();
  for (const auto patient : m_options.patients) m_desk->watch(patient);
  m_timer.start(m_options.times.tick);
  connectNow();
}

void MonitorClient::retryNow() {
  Q_ASSERT(thread() == QThread::currentThread());
  if (m_timer.isActive() && !m_link && !m_shuttingDown) connectNow();
}

void MonitorClient::askHistory(QueryId id, const AlarmQuery& query) {
  Q_ASSERT(thread() == QThread::currentThread());
  m_history.askEpisodes(m_transport, id, query);
}

void MonitorClient::askRevisions(QueryId id, AlertId alert) {
  Q_ASSERT(thread() == QThread::currentThread());
  m_history.askRevisions(m_transport, id, alert);
}

void MonitorClient::cancelQuery(QueryId id) {
  Q_ASSERT(thread() == QThread::currentThread());
  m_history.cancel(id);
}

void MonitorClient::shutDown() {
  Q_ASSERT(thread() == QThread::currentThread());
  m_shuttingDown = true;
  m_desk->close();
  if (!m_link) {
    finish();
    return;
  }
  QTimer::singleShot(m_options.times.drainLimit, this, [this] {
    if (m_link) m_link->stream->cancel();
  });
}

void MonitorClient::finish() {
  m_timer.stop();
  enter(LinkState::Disconnected, closedWords(m_status.server));
  Q_EMIT finished();
}

void MonitorClient::enter(LinkState next, const QString& sentence) {
  if (m_status.state != next)
    qCInfo(lcSession) << nameOf(m_status.state) << "->" << nameOf(next) << sentence;
  m_status.state = next;
  m_status.sentence = sentence;
  publish();
}

void MonitorClient::publish() {
  if (m_published == m_status) return;
  m_published = m_status;
  Q_EMIT statusChanged(m_status);
}

stream::Metadata MonitorClient::metadata() const {
  return {{std::string(protocol::kExtensionKey), std::string(protocol::kExtensionVersion)},
          {std::string(protocol::kUserKey), protocol::encodePercent(m_options.user)},
          {std::string(protocol::kStationKey), protocol::encodePercent(m_options.station)}};
}

void MonitorClient::connectNow() {
  m_status.retryIn.reset();
  m_status.permanent = false;
  enter(LinkState::Connecting, connectingWords(m_status.server, m_status.attempt > 0));
  if (!m_transport) m_transport = m_options.transport(m_options.server);
  const auto now = m_clock->steadyNow();
  LinkSink& sink = *this;
  auto listener =
      std::make_shared<StreamListener>(m_gate, sink, m_mailbox, m_desk->outbox(), m_clock);
  auto stream = m_transport->openStream(std::string(protocol::kMonitorPatientsPath), metadata());
  m_link = Link{stream, listener, now, now, DirectoryInquiry(m_options.times), {}};
  stream->start(std::move(listener));
  // At once, without waiting for the server's metadata: a plain server sends it with its first
  // message, and has none to send before somebody subscribes.
  m_desk->attach(std::move(stream));
  m_link->directory.askIfDue(*m_transport, m_gate, sink, now);
}

void MonitorClient::cancelLink(const QString& happened) {
  m_link->cancelled = happened;
  m_link->stream->cancel();
}

void MonitorClient::backOff(const QString& happened) {
  const auto delay = m_backoff.next();
  m_retryAt = m_clock->steadyNow() + delay;
  m_status.retryIn = delay;
  ++m_status.attempt;
  enter(LinkState::Backoff, backoffWords(m_status.server, happened));
}

void MonitorClient::refuse(const absl::Status& status) {
  m_status.permanent = true;
  enter(LinkState::Disconnected, refusedWords(m_status.server, status));
}

}  // namespace vitalwall::session
