// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <set>
#include <vector>

#include "domain/clock.h"
#include "domain/server_event.h"
#include "session/backoff.h"
#include "session/client_options.h"
#include "session/command_progress.h"
#include "session/connection_status.h"
#include "session/directory_inquiry.h"
#include "session/history_inquiry.h"
#include "session/link_meter.h"
#include "session/mailbox.h"
#include "session/request_desk.h"
#include "session/request_writer.h"
#include "session/server_round.h"
#include "session/status_words.h"
#include "session/stream_listener.h"

namespace vitalwall::session {

/// The station's client: owns the stream, reconnects, to another server if need be, resubscribes,
/// resumes and resends. Lives in its QThread (ClientThread); all slots run there. Waves and vitals
/// go into the mailbox; all else leaves as one signal each, in order, with its value.
class MonitorClient : public QObject, private LinkSink {
  Q_OBJECT

 public:
  MonitorClient(ClientOptions options, std::shared_ptr<const Clock> clock);
  /// Cancels what still runs and waits for it. In the client's thread.
  ~MonitorClient() override;

  /// Any thread.
  RequestWriter writer() const { return RequestWriter(m_desk); }
  std::shared_ptr<Mailbox> mailbox() const { return m_mailbox; }
  /// To be told of the frames that show the mail.
  std::shared_ptr<LinkMeter> meter() const { return m_meter; }
  /// The way into the client's thread.
  std::shared_ptr<ThreadGate> gate() const { return m_gate; }

 public Q_SLOTS:
  /// Connects, now and after every loss, until shutDown() or a permanent refusal.
  void start();

  /// Tries at once instead of waiting, also after a refusal. Without effect while connected.
  void retryNow();

  /// Asks for alarms of the past; see ClientThread.
  void askHistory(vitalwall::session::QueryId id, const vitalwall::AlarmQuery& query);
  void askRevisions(vitalwall::session::QueryId id, vitalwall::AlertId alert);
  void cancelQuery(vitalwall::session::QueryId id);

  /// Sends what waits, half-closes, cancels after ClientTimes::drainLimit; then finished().
  void shutDown();

  /// Judges everything that depends on time. Called by the client's own timer.
  void tick();

 Q_SIGNALS:
  void statusChanged(vitalwall::session::ConnectionStatus status);
  /// Once a second.
  void linkMeasured(vitalwall::LinkFigures figures);
  void patientsListed(std::vector<vitalwall::Patient> patients);
  void alertReceived(vitalwall::Alert alert);
  void settingsReceived(vitalwall::AlarmSettings settings);
  void orderReceived(vitalwall::Order order);
  void snapshotEnded(vitalwall::SnapshotEnd end);
  void commandProgressed(vitalwall::session::CommandProgress progress);
  void noticeReceived(vitalwall::Notice notice);
  void historyReceived(vitalwall::session::QueryId id, std::vector<vitalwall::Alert> alerts);
  void historyFailed(vitalwall::session::QueryId id, QString sentence);
  /// After shutDown(): the stream has ended.
  void finished();
  /// Only for the client itself: its gate is not empty any more. From any thread.
  void posted(QPrivateSignal);

 private:
  /// What is true of one stream only.
  struct Link {
    std::shared_ptr<stream::MonitorStream> stream;
    std::shared_ptr<StreamListener> listener;
    SteadyTime openedAt{};
    SteadyTime heartbeatAt{};
    DirectoryInquiry directory;
    std::optional<SteadyTime> liveSince{};
    /// Why this side ended it; nothing that it delivers counts any more.
    std::optional<LinkEnd> cancelled{};
  };

  void onReached() override;
  void onServerMet(bool extended) override;
  void onDelivery(const Delivery& delivery) override;
  void onLoss() override;
  void onDirectory(const absl::StatusOr<std::vector<Patient>>& patients) override;
  void onEnded(const absl::Status& status) override;

  void apply(const Alert& alert, std::uint64_t epoch);
  void apply(const AlarmSettings& settings, std::uint64_t epoch);
  void apply(const Order& order, std::uint64_t epoch);
  void apply(const CommandResult& result, std::uint64_t epoch);
  void apply(const SnapshotEnd& end, std::uint64_t epoch);
  void apply(const Notice& notice, std::uint64_t epoch);

  DeskReports reports();
  HistoryReports historyReports();

  /// The only place where the state changes; logs it with its reason.
  void enter(LinkState next, const QString& sentence);
  void publish();
  void finish();
  void connectNow(const QString& sentence);
  /// Ends the stream from this side, to move on.
  void cancelLink(LinkEnd end);
  /// There is a stream, and this side has not cancelled it.
  bool hearsLink() const { return m_link && !m_link->cancelled; }
  /// To the next server at once, or to the first of a new round after a back-off.
  void moveOn(const LinkEnd& end);
  void backOff(const QString& sentence);
  void refuse(const absl::Status& status);

  void tickLink(SteadyTime now);
  void judgeSilence(SteadyTime now);
  void settleSync(SteadyTime now);
  bool hasServedWell(const Link& link, SteadyTime now) const;
  bool isSynced(SteadyTime now) const;
  void beatIfDue(SteadyTime now);
  void reportFiguresIfDue(SteadyTime now);
  LinkFigures figures() const;
  void followDirectory(const std::vector<Patient>& patients);
  stream::Metadata metadata() const;

  const ClientOptions m_options;
  const std::shared_ptr<const Clock> m_clock;
  const std::shared_ptr<ThreadGate> m_gate;
  const std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
  const std::shared_ptr<LinkMeter> m_meter;
  const std::shared_ptr<RequestDesk> m_desk;
  HistoryInquiry m_history;
  ServerRound m_round;
  std::shared_ptr<stream::Transport> m_transport;  ///< to the round's server; null before the first
  QTimer m_timer;
  Backoff m_backoff;
  ConnectionStatus m_status;
  std::optional<ConnectionStatus> m_published;
  std::optional<Link> m_link;
  SteadyTime m_retryAt{};
  SteadyTime m_figuresAt{};
  SteadyTime m_figuresLineAt{};
  std::set<PatientId> m_listed;  ///< watched because the directory names them
  bool m_shuttingDown = false;
};

}  // namespace vitalwall::session
