// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/request_desk.h"

#include <algorithm>
#include <utility>

#include "protocol/command_rules.h"
#include "protocol/request_codec.h"
#include "session/command_words.h"

namespace vitalwall::session {

RequestDesk::RequestDesk(std::shared_ptr<const Clock> clock, CommandTimes times,
                         DeskReports reports, std::unique_ptr<JournalFile> kept)
    : m_clock(std::move(clock)),
      m_reports(std::move(reports)),
      m_journal(kMaxUnanswered, times),
      m_kept(std::move(kept)) {}

void RequestDesk::takeUpLeftOver() {
  if (!m_kept) return;
  const std::scoped_lock lock(m_mutex);
  if (m_kept->foreign() > 0) m_reports.noticed({{}, foreignLeftOverWords(m_kept->foreign())});
  const auto now = m_clock->wallNow();
  for (const auto& given : m_kept->leftOver()) {
    if (m_journal.isFull()) break;
    const auto age = std::max(duration_cast<milliseconds>(now - given.at), milliseconds{0});
    m_journal.add(given.command, m_clock->steadyNow() - age);
    m_reports.progressed({given.command, CommandStage::Pending, {}, takenUpWords()});
  }
  report(m_journal.expire(m_clock->steadyNow(), false));
}

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

CommandId RequestDesk::issue(CommandBody body) {
  const Command command{CommandId::random(), std::move(body)};
  const std::scoped_lock lock(m_mutex);
  if (const auto refusal = refusalOf(command.body); !refusal.isEmpty()) {
    m_reports.progressed({command, CommandStage::Failed, {}, refusal});
    return command.id;
  }
  m_journal.add(command, m_clock->steadyNow());
  if (m_kept) m_kept->add({command, m_clock->wallNow()});
  const bool canSend = m_server != Server::None && isLegible(command.body);
  m_reports.progressed({command, CommandStage::Pending, {}, pendingWords(canSend)});
  if (canSend) sendUnanswered(command);
  return command.id;
}

QString RequestDesk::refusalOf(const CommandBody& body) const {
  if (m_closed) return closingWords();
  if (m_server == Server::Plain && needsExtension(body)) return noAlarmSettingsWords();
  const auto status = protocol::checkCommand(body);
  if (!status.ok()) return invalidWords(status);
  if (m_journal.isFull()) return journalFullWords(m_journal.capacity());
  return {};
}

/// An extension message must not reach a server that has not said that it knows it.
bool RequestDesk::isLegible(const CommandBody& body) const {
  return m_server == Server::Extended || !needsExtension(body);
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
  for (const auto& command : m_journal.unresolved())
    if (isLegible(command.body)) sendUnanswered(command);
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
  if (!extended) return report(m_journal.failExtended());
  send({CommandId::random(), hello});
  if (m_view) send({CommandId::random(), *m_view});
  for (const auto& command : m_journal.unresolved())
    if (needsExtension(command.body)) sendUnanswered(command);
}

void RequestDesk::sendHeartbeat(CommandId id) {
  const std::scoped_lock lock(m_mutex);
  if (m_server != Server::Extended || m_outbox->waiting() > 0) return;
  send({id, Heartbeat{m_clock->wallNow()}});
}

void RequestDesk::noteAlert(const Alert& alert, std::uint64_t epoch) {
  const std::scoped_lock lock(m_mutex);
  m_watchList.noteRevision(alert.patient, {epoch, alert.revision});
  if (m_server == Server::Plain) report(m_journal.settle(alert));
}

void RequestDesk::noteSettings(const AlarmSettings& settings, std::uint64_t epoch) {
  const std::scoped_lock lock(m_mutex);
  m_watchList.noteRevision(settings.patient, {epoch, settings.revision});
}

void RequestDesk::noteSnapshotEnd(const SnapshotEnd& end) {
  const std::scoped_lock lock(m_mutex);
  m_watchList.noteSnapshotEnd(end);
}

void RequestDesk::noteResult(const CommandResult& result) {
  const std::scoped_lock lock(m_mutex);
  if (auto step = m_journal.settle(result)) {
    report({std::move(*step)});
  } else if (stageOf(result.outcome) == CommandStage::Failed) {
    if (const auto patient = m_watchList.settleSubscribe(result.id))
      m_reports.noticed({patient, "The server does not let this station watch the patient: " +
                                      resultWords(Subscribe{}, result).toStdString()});
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

std::uint64_t RequestDesk::resent() const {
  const std::scoped_lock lock(m_mutex);
  return m_resent;
}

void RequestDesk::send(const Command& command) {
  if (m_server == Server::None || m_closed) return;
  // A failed or closing outbox is empty and its end is on the way; a full one is stuck.
  if (!m_outbox->push(protocol::encodeRequest(command)) && m_outbox->waiting() > 0)
    m_overflowed = true;
}

void RequestDesk::sendUnanswered(const Command& command) {
  if (m_journal.noteSent(command.id)) ++m_resent;
  send(command);
}

void RequestDesk::report(const std::vector<CommandProgress>& steps) {
  for (const auto& step : steps) m_reports.progressed(step);
  if (m_kept) m_kept->retain(m_journal.unresolved());
}

}  // namespace vitalwall::session
