// SPDX-License-Identifier: GPL-3.0-or-later
// What the stream tells the client. The calls come through the gate, in the client's thread.
#include "session/end_policy.h"
#include "session/monitor_client.h"
#include "session/session_log.h"
#include "session/status_words.h"

namespace vitalwall::session {

void MonitorClient::onReached() {
  if (m_status.state == LinkState::Connecting && hearsLink())
    enter(LinkState::Syncing, syncingWords(m_status.server, m_desk->watched()));
}

void MonitorClient::onServerMet(bool extended) {
  m_status.extended = extended;
  m_desk->meetServer(extended, {m_options.station, m_options.software});
  onReached();
}

void MonitorClient::onDelivery(const Delivery& delivery) {
  if (!hearsLink()) return;
  for (const auto& event : delivery.events)
    std::visit([&](const auto& told) { apply(told, delivery.epoch); }, event);
  settleSync(m_clock->steadyNow());
}

void MonitorClient::apply(const Alert& alert, std::uint64_t epoch) {
  m_desk->noteAlert(alert, epoch);
  Q_EMIT alertReceived(alert);
}

void MonitorClient::apply(const AlarmSettings& settings, std::uint64_t epoch) {
  m_desk->noteSettings(settings, epoch);
  Q_EMIT settingsReceived(settings);
}

void MonitorClient::apply(const Order& order, std::uint64_t) {
  Q_EMIT orderReceived(order);
}

void MonitorClient::apply(const CommandResult& result, std::uint64_t) {
  m_desk->noteResult(result);
}

void MonitorClient::apply(const SnapshotEnd& end, std::uint64_t) {
  m_desk->noteSnapshotEnd(end);
  Q_EMIT snapshotEnded(end);
}

void MonitorClient::apply(const Notice& notice, std::uint64_t) {
  Q_EMIT noticeReceived(notice);
}

void MonitorClient::onLoss() {
  if (!hearsLink()) return;
  m_desk->forgetCursors();
  Q_EMIT noticeReceived(
      {{}, "Messages of the server were lost on the way. Everything is fetched again."});
  cancelLink(lossEnd());
}

void MonitorClient::onDirectory(const absl::StatusOr<std::vector<Patient>>& patients) {
  m_link->directory.noteAnswer(patients.status(), m_clock->steadyNow());
  m_status.hasDirectory = patients.ok();
  if (patients.ok()) {
    followDirectory(*patients);
    Q_EMIT patientsListed(*patients);
  } else {
    qCInfo(lcSession) << "No directory:" << endOf(patients.status()).happened;
  }
  // A server that refuses to list was reached as well.
  if (patients.ok() || absl::IsUnimplemented(patients.status())) onReached();
  publish();
}

void MonitorClient::followDirectory(const std::vector<Patient>& patients) {
  if (!m_options.watchesAll()) return;
  std::set<PatientId> named;
  for (const auto& patient : patients) named.insert(patient.id);
  for (const auto patient : m_listed)
    if (!named.contains(patient)) m_desk->unwatch(patient);
  for (const auto patient : named) m_desk->watch(patient);
  m_listed = std::move(named);
}

void MonitorClient::onEnded(const absl::Status& status) {
  const auto ended = std::exchange(m_link, std::nullopt);
  m_desk->detach();
  if (m_shuttingDown) return finish();
  if (ended->cancelled) {
    // A connection that fell silent may be dead although its socket lives: take a fresh one.
    m_transport.reset();
    moveOn(*ended->cancelled);
  } else if (judgeEnd(status) != EndVerdict::Resume) {
    refuse(status);
  } else if (absl::IsResourceExhausted(status) && hasServedWell(*ended, m_clock->steadyNow())) {
    // This station read too slowly for a moment. Its server is well, and knows where it stopped.
    backOff(backoffWords(m_status.server, endOf(status)));
  } else {
    moveOn(endOf(status));
  }
}

}  // namespace vitalwall::session
