// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "protocol/request_codec.h"
#include "server/alarm_central.h"
#include "server/alarm_dispatch.h"
#include "server/executor.h"
#include "server/peer.h"
#include "server/server_log.h"
#include "server/station_feed.h"

namespace vitalwall::server {

/// What all sessions of a server share. Everything outlives them.
struct SessionContext {
  Ward& ward;
  AlarmCentral& alarms;
  Executor& executor;  ///< the ward's
  ServerLog& log;
  ServerCounters& counters;
  const Clock& clock;
  std::size_t maxPatients = 1000;  ///< of one stream, known or not
};

/// The server's half of one station's stream: takes its requests, watches its patients.
///
/// Requests are handled one at a time on the ward executor, and the next one is read only then, so
/// a flood of them waits in the peer. What goes out has its own lock, in StreamWriter.
///
/// After the peer's half-close what waits is written, then the stream ends with OK. An id that is
/// no GUID, a request without action and an unknown patient are counted, logged and ignored;
/// undecodable bytes end the stream with INVALID_ARGUMENT.
class StationSession final : public std::enable_shared_from_this<StationSession> {
 public:
  StationSession(const SessionContext& context, std::shared_ptr<ServerStream> stream, Peer peer);

  /// Begins to read. Call once, when nobody else can reach the session yet.
  void start();

  // What happens to the stream; any thread, never blocks.
  void onMessage(std::string_view bytes);
  void onHalfClosed();
  void onCancelled();
  void onWritten(bool ok) { m_writer.onWritten(ok); }
  void onDone() { m_writer.onDone(); }

  /// Ends the stream now; only the first end counts. Any thread.
  void finish(const absl::Status& status) { m_writer.finish(status); }

  /// The stream is gone, nothing will happen to it any more. Any thread.
  bool isDone() const { return m_writer.isDone(); }

  /// All sources have given what belongs to this tick. Ward executor.
  void endTick();

  /// Ends all subscriptions for good. Ward executor, or when that is stopped; before destruction.
  void detach();
  /// Ward executor.
  bool isDetached() const { return m_detached; }

 private:
  void post(Executor::Task task);
  void handle(const Command& command);
  void handle(const protocol::NoAction&);
  void handle(const protocol::MalformedId& malformed);
  void handle(const protocol::MalformedCommand& malformed);

  // What concerns the stream is answered at once; alarm commands when their effect is recorded.
  void execute(const Command& command, const Subscribe& subscribe);
  void execute(const Command& command, const Unsubscribe& unsubscribe);
  void execute(const Command& command, const Hello& hello);
  void execute(const Command& command, const SetView& view);
  void execute(const Command& command, const Heartbeat&);
  template <AlarmCommand Body>
  void execute(const Command& command, const Body&) {
    executeAlarm(command);
  }
  void executeAlarm(const Command& command);
  void answer(const CommandResult& result);

  void refuse(const Command& command);
  void unknownPatient(const Command& command, PatientId patient);
  void logIgnored(std::string_view topic, const std::string& what);

  const SessionContext m_context;
  const Peer m_peer;
  StreamWriter m_writer;
  const std::unique_ptr<StationFeed> m_feed;
  /// Every patient that was named, with a subscription if the ward knows it. Ward executor.
  std::unordered_map<PatientId, std::optional<Subscription>> m_patients;
  std::string m_station;    ///< its name, or its address while it has not told; ward executor
  bool m_detached = false;  ///< ward executor
};

}  // namespace vitalwall::server
