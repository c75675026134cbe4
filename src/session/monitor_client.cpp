// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/monitor_client.h"

#include <QThread>
#include <random>
#include <utility>

#include "protocol/metadata.h"
#include "protocol/percent_text.h"
#include "session/end_policy.h"
#include "session/link_line.h"
#include "session/session_log.h"
#include "session/status_words.h"

namespace vitalwall::session {

namespace {
std::mt19937_64 generatorFrom(std::uint64_t seed) {
  return std::mt19937_64(seed != 0 ? seed : std::random_device{}());
}

std::unique_ptr<JournalFile> journalOf(const ClientOptions& options) {
  if (options.journal.empty()) return nullptr;
  return JournalFile::open(QString::fromStdString(options.journal),
                           {QString::fromStdString(installationName(options.servers)),
                            QString::fromStdString(options.user)});
}

QStringList textsOf(const std::vector<std::string>& servers) {
  QStringList texts;
  for (const auto& server : servers) texts << QString::fromStdString(server);
  return texts;
}
}  // namespace

MonitorClient::MonitorClient(ClientOptions options, std::shared_ptr<const Clock> clock)
    : m_options(std::move(options)),
      m_clock(std::move(clock)),
      m_gate(std::make_shared<ThreadGate>([this] { Q_EMIT posted(QPrivateSignal()); })),
      m_meter(std::make_shared<LinkMeter>(m_clock)),
      m_desk(std::make_shared<RequestDesk>(m_clock, m_options.times.commands, reports(),
                                           journalOf(m_options))),
      m_history(m_gate, m_options.times.historyDeadline, historyReports()),
      m_round(m_options.servers, generatorFrom(m_options.seed)),
      m_timer(this),
      m_backoff(generatorFrom(m_options.seed)) {
  m_status.server = QString::fromStdString(m_round.current());
  m_status.servers = textsOf(m_round.order());
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
  m_figuresLineAt = m_clock->steadyNow();
  connectNow(connectingWords(m_status.server, false));
}

void MonitorClient::retryNow() {
  Q_ASSERT(thread() == QThread::currentThread());
  if (!m_timer.isActive() || m_link || m_shuttingDown) return;
  m_round.renew();
  connectNow(connectingWords(m_status.server, true));
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
    qCInfo(lcSession).noquote() << nameOf(m_status.state) << "->" << nameOf(next) << sentence
                                << QLatin1Char('[') + linkLine(figures()) + QLatin1Char(']');
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

void MonitorClient::connectNow(const QString& sentence) {
  m_status.retryIn.reset();
  m_status.permanent = false;
  enter(LinkState::Connecting, sentence);
  if (!m_transport) m_transport = m_options.transport(m_round.current());
  m_meter->noteStream();
  const auto now = m_clock->steadyNow();
  LinkSink& sink = *this;
  auto listener =
      std::make_shared<StreamListener>(m_gate, sink, m_mailbox, m_desk->outbox(), m_meter, m_clock);
  auto stream = m_transport->openStream(std::string(protocol::kMonitorPatientsPath), metadata());
  m_link = Link{stream, listener, now, now, DirectoryInquiry(m_options.times)};
  stream->start(std::move(listener));
  // At once, without waiting for the server's metadata: a plain server sends it with its first
  // message, and has none to send before somebody subscribes.
  m_desk->attach(std::move(stream));
  m_link->directory.askIfDue(*m_transport, m_gate, sink, now);
}

void MonitorClient::cancelLink(LinkEnd end) {
  m_link->cancelled = std::move(end);
  m_link->stream->cancel();
}

void MonitorClient::moveOn(const LinkEnd& end) {
  const auto left = m_status.server;
  const bool isNextDue = m_round.advance();
  m_status.server = QString::fromStdString(m_round.current());
  if (m_status.server != left) {
    m_transport.reset();
    m_status.extended = m_status.hasDirectory = false;
  }
  if (!isNextDue)
    return backOff(m_round.size() == 1 ? backoffWords(left, end)
                                       : roundOverWords(m_round.size(), left, end));
  ++m_status.attempt;
  connectNow(movingOnWords(left, end, m_status.server));
}

void MonitorClient::backOff(const QString& sentence) {
  const auto delay = m_backoff.next();
  m_retryAt = m_clock->steadyNow() + delay;
  m_status.retryIn = delay;
  ++m_status.attempt;
  enter(LinkState::Backoff, sentence);
}

void MonitorClient::refuse(const absl::Status& status) {
  m_round.refuse();
  if (!m_round.isRefusedByAll()) return moveOn(endOf(status));
  m_status.permanent = true;
  enter(LinkState::Disconnected, refusedWords(m_status.server, status, m_round.size() - 1));
}

}  // namespace vitalwall::session
