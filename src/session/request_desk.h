// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "domain/clock.h"
#include "session/command_journal.h"
#include "session/journal_file.h"
#include "session/watch_list.h"
#include "stream/outbox.h"

namespace vitalwall::session {

/// Whom the desk tells. Called with the desk locked, so that a command's steps keep their order:
/// hand over and return.
struct DeskReports {
  std::function<void(CommandProgress)> progressed;
  std::function<void(Notice)> noticed;
};

/// What the user interface wants of the server, shared by all RequestWriters and the client: the
/// watched patients, what is on screen and the unanswered commands. It outlives every stream and
/// tells each new one all of it. Thread-safe.
class RequestDesk {
 public:
  /// As many patients as a server accepts on one stream.
  static constexpr std::size_t kMaxWatched = 1000;
  static constexpr std::size_t kMaxUnanswered = 256;

  /// `kept`: the unanswered commands on disk; may be null.
  RequestDesk(std::shared_ptr<const Clock> clock, CommandTimes times, DeskReports reports,
              std::unique_ptr<JournalFile> kept = nullptr);

  // From any thread, by RequestWriter.
  void watch(PatientId patient);
  void unwatch(PatientId patient);
  /// A command that awaits an answer: an acknowledgement or one of the patient's alarm settings.
  CommandId issue(CommandBody body);
  void setView(SetView view);

  // From the client's thread.

  /// Takes up again what the station before left unanswered, under the same ids; its life goes on
  /// from the click, so what is older than that fails. What somebody else had given is not sent,
  /// and that is told. Once, before the first attach().
  void takeUpLeftOver();

  /// A started stream: subscribes to all and sends the unanswered acknowledgements again.
  void attach(std::shared_ptr<stream::MonitorStream> stream);
  void detach();

  /// The server said what it speaks. An extended one is greeted and learns the view and the alarm
  /// settings that wait; at a plain one these fail.
  void meetServer(bool extended, const Hello& hello);

  /// A sign of life to an extended server, unless requests wait already. It is answered under `id`.
  void sendHeartbeat(CommandId id);

  void noteAlert(const Alert& alert, std::uint64_t epoch);
  void noteSettings(const AlarmSettings& settings, std::uint64_t epoch);
  void noteSnapshotEnd(const SnapshotEnd& end);
  void noteResult(const CommandResult& result);
  void forgetCursors();

  /// Reports what is due by time, and what a plain server will never confirm.
  void expireCommands();

  /// Sends what waits and half-closes; every later command fails visibly.
  void close();

  /// True once after requests did not fit: the stream takes nothing any more.
  bool takeOverflow();

  std::size_t watched() const;

  /// Patients whose snapshot is not complete; none on a plain server, which ends no snapshots.
  std::size_t awaited() const;

  std::size_t unanswered() const;

  /// How often a command was told again to a new stream.
  std::uint64_t resent() const;

  /// For StreamObserver::onWritten.
  const std::shared_ptr<stream::Outbox>& outbox() const { return m_outbox; }

 private:
  enum class Server { None, Unknown, Plain, Extended };

  /// Why `body` cannot be sent at all; empty for one that can.
  QString refusalOf(const CommandBody& body) const;
  bool isLegible(const CommandBody& body) const;
  void send(const Command& command);
  void sendUnanswered(const Command& command);
  void report(const std::vector<CommandProgress>& steps);

  const std::shared_ptr<const Clock> m_clock;
  const DeskReports m_reports;
  const std::shared_ptr<stream::Outbox> m_outbox = std::make_shared<stream::Outbox>();

  mutable std::mutex m_mutex;
  WatchList m_watchList;
  CommandJournal m_journal;
  const std::unique_ptr<JournalFile> m_kept;
  std::optional<SetView> m_view;
  Server m_server = Server::None;
  std::uint64_t m_resent = 0;
  bool m_overflowed = false;
  bool m_closed = false;
};

}  // namespace vitalwall::session
