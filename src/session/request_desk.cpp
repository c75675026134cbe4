// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/request_desk.h"

#include <utility>

#include "protocol/request_codec.h"
#include "session/command_words.h"

namespace vitalwall::session {

RequestDesk::RequestDesk(std::shared_ptr<const Clock> clock, CommandTimes times,
                         DeskReports reports)
    : m_clock(std::move(clock)), m_reports(std::move(reports)), m_journal(kMaxUnanswered, times) {}

void RequestDesk::watch(PatientId patient) {
  const std::scoped_lock lock(m_mutex);
  if (m_watchList.size() >= kMaxWatched) {
    m_reports.noticed({patient, "Not watched: this station already watches " +
                                    std::to_string(kMaxWatched) + " patients."});
    return;
  }
  if (m_watchList.add(patient)) send(m_watchList.subscribe(patient));
}

void RequestDesk::unwatch(PatientId patient) {
  const std::scoped_lock lock(m_mutex);
  if (m_watchList.remove(patient)) send({CommandId::random(), Unsubscribe{patient}});
}

CommandId RequestDesk::acknowledge(AlertId alert) {
  const Command command{CommandId::random(), Acknowledge{alert}};
  const std::scoped_lock lock(m_mutex);
  if (m_closed) {
    m_reports.progressed({command, CommandStage::Failed, {}, closingWords()});
  } else if (!m_journal.add(command, m_clock->steadyNow())) {
    m_reports.progressed(
        {command, CommandStage::Failed, {}, journalFullWords(m_journal.capacity())});
  } else {
    const bool connected = m_server != Server::None;
    m_reports.progressed({command, CommandStage::Pending, {}, pendingWords(connected)});
    send(command);
  }
  return command.id;
}

void RequestDesk::setView(SetView view) {
  const std::scoped_lock lock(m_mutex);
  if (m_view == view) return;
  m_view = std::move(view);
  if (m_server == Server::Extended) send({CommandId::random(), *m_view});
}

void RequestDesk::attach(std::shared_ptr<stream::MonitorStream> stream) {
  const std::scoped_lock lock(m_mutex);
  m_outbox->attach(std::move(stream));
  m_server = Server::Unknown;
  for (const auto& command : m_watchList.subscribeAll()) send(command);
  for (const auto& command : m_journal.unresolved()) send(command);
}

void RequestDesk::detach() {
  const std::scoped_lock lock(m_mutex);
  m_outbox->detach();
  m_server = Server::None;
  m_overflowed = false;
}

void RequestDesk::meetServer(bool extended, const Hello& hello) {
  const std::scoped_lock lock(m_mutex);
  m_server = extended ? Server::Extended : Server::Plain;
  if (!extended) return;
  send({CommandId::random(), hello});
  if (m_view) send({CommandId::random(), *m_view});
}

void RequestDesk::sendHeartbeat() {
  const std::scoped_lock lock(m_mutex);
  if (m_server != Server::Extended || m_outbox->waiting() > 0) return;
  const CommandId nobodyWaitsForAnAnswer;
  send({nobodyWaitsForAnAnswer, Heartbeat{m_clock->wallNow()}});
}

void RequestDesk::noteAlert(const Alert& alert, std::uint64_t epoch) {
  const std::scoped_lock lock(m_mutex);
  m_watchList.noteAlert(alert, epoch);
  if (m_server == Server::Plain) report(m_journal.settle(alert));
}

void RequestDesk::noteSnapshotEnd(const SnapshotEnd& end) {
  const std::scoped_lock lock(m_mutex);
  m_watchList.noteSnapshotEnd(end);
}

void RequestDesk::noteResult(const CommandResult& result) {
  const std::scoped_lock lock(m_mutex);
  if (auto step = m_journal.settle(result)) {
    m_reports.progressed(std::move(*step));
  } else if (stageOf(result.outcome) == CommandStage::Failed) {
    if (const auto patient = m_watchList.settleSubscribe(result.id))
      m_reports.noticed({patient, "The server does not let this station watch the patient: " +
                                      resultWords(result).toStdString()});
  }
}

void RequestDesk::forgetCursors() {
  const std::scoped_lock lock(m_mutex);
  m_watchList.forgetCursors();
}

void RequestDesk::expireCommands() {
  const std::scoped_lock lock(m_mutex);
  if (m_server == Server::Plain && m_outbox->hasWrittenAll())
    report(m_journal.noteWrittenToPlain());
  report(m_journal.expire(m_clock->steadyNow(), m_server != Server::None));
}

void RequestDesk::close() {
  const std::scoped_lock lock(m_mutex);
  m_closed = true;
  m_outbox->drainAndClose();
}

bool RequestDesk::takeOverflow() {
  const std::scoped_lock lock(m_mutex);
  return std::exchange(m_overflowed, false);
}

std::size_t RequestDesk::watched() const {
  const std::scoped_lock lock(m_mutex);
  return m_watchList.size();
}

std::size_t RequestDesk::awaited() const {
  const std::scoped_lock lock(m_mutex);
  return m_server == Server::Plain ? 0 : m_watchList.awaited();
}

std::size_t RequestDesk::unanswered() const {
  const std::scoped_lock lock(m_mutex);
  return m_journal.size();
}

void RequestDesk::send(const Command& command) {
  if (m_server == Server::None || m_closed) return;
  // A failed or closing outbox is empty and its end is on the way; a full one is stuck.
  if (!m_outbox->push(protocol::encodeRequest(command)) && m_outbox->waiting() > 0)
    m_overflowed = true;
}

void RequestDesk::report(const std::vector<CommandProgress>& steps) const {
  for (const auto& step : steps) m_reports.progressed(step);
}

}  // namespace vitalwall::session
