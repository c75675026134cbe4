// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/station_session.h"

#include <utility>

#include <absl/strings/escaping.h>

#include "domain/concat.h"

namespace vitalwall::server {
namespace {

OutgoingQueue makeQueue(const SessionContext& context, Dialect dialect) {
  const auto framing = dialect == Dialect::Extended ? Framing::Batched : Framing::Single;
  return {framing, context.ward.epoch(), context.counters};
}

/// Fit for one line of a log, whatever a peer wrote.
std::string excerptOf(const std::string& text) {
  return absl::Utf8SafeCHexEscape(text.substr(0, 64));
}

std::string_view nameOf(Dialect dialect) {
  return dialect == Dialect::Extended ? "extended" : "plain";
}

CommandResult answerTo(const Command& command, CommandOutcome outcome = CommandOutcome::Ok,
                       std::string message = {}) {
  return {command.id, outcome, std::move(message), {}, {}};
}

}  // namespace

StationSession::StationSession(const SessionContext& context, std::shared_ptr<ServerStream> stream,
                               Peer peer)
    : m_context(context),
      m_peer(std::move(peer)),
      m_writer(std::move(stream), makeQueue(context, m_peer.dialect), context.clock,
               context.counters),
      m_feed(makeFeed(m_peer.dialect, m_writer)),
      m_station(m_peer.address) {}

void StationSession::start() {
  ++m_context.counters.streams;
  m_context.log.writeLimited("stream begins",
                             concat("stream of ", m_peer.address, " (", m_peer.person, ") begins, ",
                                    nameOf(m_peer.dialect)));
  m_writer.requestRead();
}

void StationSession::onMessage(std::string_view bytes) {
  auto request = protocol::decodeRequest(bytes);
  if (!request.ok()) {
    ++m_context.counters.undecodable;
    logIgnored("undecodable", concat("bytes that are no request (", bytes.size(), ")"));
    return finish(absl::InvalidArgumentError(
        "these bytes are no PatientMonitorRequest; do both sides use the same contract?"));
  }
  post([self = shared_from_this(), decoded = std::move(*request)] {
    if (self->m_detached) return;
    std::visit([&self](const auto& known) { self->handle(known); }, decoded);
    self->m_writer.requestRead();
  });
}

void StationSession::onHalfClosed() {
  // Behind the requests that came before it.
  post([self = shared_from_this()] { self->m_writer.drain(); });
}

void StationSession::onCancelled() {
  finish(absl::CancelledError("the station ended the stream"));
}

void StationSession::endTick() {
  if (m_detached) return;
  m_feed->endTick(m_context.ward.newestTick(), m_context.clock.steadyNow(),
                  m_context.clock.wallNow());
  m_writer.watch();
}

void StationSession::detach() {
  if (std::exchange(m_detached, true)) return;
  m_patients.clear();
  m_context.log.writeLimited("stream ends", concat("stream of ", m_peer.address,
                                                   " ends: ", m_writer.endStatus().ToString()));
}

void StationSession::post(Executor::Task task) {
  if (m_context.executor.post(std::move(task))) return;
  finish(absl::ResourceExhaustedError("the server is overloaded; try again in some seconds"));
}

void StationSession::handle(const Command& command) {
  std::visit([this, &command](const auto& body) { execute(command, body); }, command.body);
}

void StationSession::handle(const protocol::NoAction&) {
  ++m_context.counters.emptyRequests;
  logIgnored("empty request", "a request without an action that this server knows");
}

void StationSession::handle(const protocol::MalformedId& malformed) {
  ++m_context.counters.malformedIds;
  logIgnored("malformed id", concat("an id that is no GUID: \"", malformed.excerpt, "\""));
}

void StationSession::handle(const protocol::MalformedCommand& malformed) {
  ++m_context.counters.malformedCommands;
  logIgnored("malformed command", malformed.reason);
  answer({malformed.id, CommandOutcome::Refused, malformed.reason, {}, {}});
}

void StationSession::execute(const Command& command, const Subscribe& subscribe) {
  const PatientId patient = subscribe.patient;
  if (!m_patients.contains(patient) && m_patients.size() >= m_context.maxPatients)
    return refuse(command);
  auto& subscription = m_patients[patient];
  if (!m_context.ward.knows(patient)) return unknownPatient(command, patient);
  // Again is as good as the first time: the station gets a snapshot of now.
  m_feed->begin(m_context.ward.snapshot(patient, subscribe.cursor), m_context.clock.steadyNow());
  if (!subscription) subscription = m_context.ward.subscribe(patient, *m_feed);
  answer(answerTo(command));
}

void StationSession::execute(const Command& command, const Unsubscribe& unsubscribe) {
  m_patients.erase(unsubscribe.patient);
  m_feed->end(unsubscribe.patient);
  answer(answerTo(command));
}

void StationSession::execute(const Command& command, const Hello& hello) {
  m_station = excerptOf(hello.station);
  m_context.log.writeLimited(
      "hello", concat("station \"", m_station, "\" (", excerptOf(hello.software), ") is at ",
                      m_peer.address));
  answer(answerTo(command));
}

void StationSession::execute(const Command& command, const SetView& view) {
  m_feed->setView(view);
  answer(answerTo(command));
}

/// With the server's time: a station that asks for an answer measures the way and the clocks.
void StationSession::execute(const Command& command, const Heartbeat&) {
  answer({command.id, CommandOutcome::Ok, {}, {}, m_context.clock.wallNow()});
}

void StationSession::executeAlarm(const Command& command) {
  m_context.alarms.execute(command, {m_peer.person, m_station},
                           [self = weak_from_this(), command](const CommandResult& result) {
                             if (const auto session = self.lock())
                               session->answerAlarm(command, result);
                           });
}

void StationSession::answerAlarm(const Command& command, const CommandResult& result) {
  const auto* acknowledge = std::get_if<Acknowledge>(&command.body);
  if (acknowledge && result.outcome == CommandOutcome::NotFound)
    logIgnored("unknown alert",
               "an acknowledgement of an alarm that is not open: " + acknowledge->alert.toString());
  answer(result);
}

void StationSession::answer(const CommandResult& result) {
  if (m_detached) return;
  if (!result.id.guid.isNil()) m_feed->answer(result);
}

/// A plain client cannot be told, so its stream ends: silence would look like a quiet patient.
void StationSession::refuse(const Command& command) {
  ++m_context.counters.refusedSubscribes;
  const std::string sentence = concat("one stream can watch at most ", m_context.maxPatients,
                                      " patients; open another one for more");
  logIgnored("too many patients", "a subscribe: " + sentence);
  if (m_peer.dialect != Dialect::Extended) finish(absl::ResourceExhaustedError(sentence));
  answer(answerTo(command, CommandOutcome::Refused, sentence));
}

void StationSession::unknownPatient(const Command& command, PatientId patient) {
  ++m_context.counters.unknownPatients;
  logIgnored("unknown patient", "a subscribe of an unknown patient: " + patient.toString());
  answer(answerTo(command, CommandOutcome::NotFound,
                  "no patient of this ward has the id " + patient.toString()));
}

void StationSession::logIgnored(std::string_view topic, const std::string& what) {
  m_context.log.writeLimited(topic, concat("ignored from ", m_peer.address, ": ", what));
}

}  // namespace vitalwall::server
