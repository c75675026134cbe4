// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/alarm_recorder.h"

#include <algorithm>
#include <utility>

#include "domain/concat.h"

namespace vitalwall::server {
namespace {

void markRecorded(AlarmRecord& record) {
  for (Alert& alert : record.alerts) alert.recorded = true;
  for (AlarmSettings& settings : record.settings) settings.recorded = true;
}

/// Those of `lost` that concern `alerts`.
std::vector<LostAcknowledgement> lostOf(const std::vector<AlertId>& alerts,
                                        const std::vector<LostAcknowledgement>& lost) {
  std::vector<LostAcknowledgement> found;
  for (const auto& one : lost)
    if (std::find(alerts.begin(), alerts.end(), one.alert) != alerts.end()) found.push_back(one);
  return found;
}

/// Takes what is not newer than `ticket` out of `late`; returns what of it is in `stored`.
template <typename Id>
std::vector<Id> takeStored(std::map<Id, std::uint64_t>& late, const std::vector<Id>& stored,
                           std::uint64_t ticket) {
  std::vector<Id> found;
  for (const Id& id : stored)
    if (const auto it = late.find(id); it != late.end() && it->second <= ticket)
      found.push_back(id);
  std::erase_if(late, [ticket](const auto& entry) { return entry.second <= ticket; });
  return found;
}

}  // namespace

AlarmRecorder::AlarmRecorder(RecordOpener opener, Executor& ward, const Clock& clock,
                             RecordObserver& observer)
    : m_clock(clock), m_observer(observer), m_gate(ward), m_thread(std::move(opener), *this) {}

AlarmRecorder::~AlarmRecorder() = default;

absl::StatusOr<RecordStart> AlarmRecorder::open() {
  return m_opened.get_future().get();
}

void AlarmRecorder::record(AlarmRecord record, Done done) {
  const SteadyTime now = m_clock.steadyNow();
  if (m_settledTicket == m_ticket) m_heardAt = now;
  Waiting waiting{
      .ticket = ++m_ticket, .since = now, .alerts = {}, .settings = {}, .done = std::move(done)};
  for (const Alert& alert : record.alerts) waiting.alerts.push_back(alert.id);
  for (const auto& settings : record.settings) waiting.settings.push_back(settings.patient);
  m_waiting.push_back(std::move(waiting));
  markRecorded(record);
  m_thread.store(std::move(record), m_ticket);
  if (isFailing())
    m_gate.post([this] {
      if (isFailing()) giveUpAll();
    });
}

void AlarmRecorder::watch() {
  m_gate.runAll();
  const SteadyTime now = m_clock.steadyNow();
  while (!m_waiting.empty() && now - m_waiting.front().since >= kPatience) giveUpOldest();
  if (!isFailing() && isSilent(now))
    setProblem("The alarm record cannot be written: the disk does not answer.");
  if (!isFailing() || now < m_retryAt) return;
  m_retryAt = now + kRetryInterval;
  m_thread.retry();
}

bool AlarmRecorder::isSilent(SteadyTime now) const {
  return m_settledTicket != m_ticket && now - m_heardAt >= kSilence;
}

void AlarmRecorder::query(AlarmQuery query, Episodes answer) {
  ask([query](AlarmRepository& record) { return record.episodes(query); }, std::move(answer));
}

void AlarmRecorder::revisions(AlertId alert, Episodes answer) {
  ask([alert](AlarmRepository& record) { return record.revisions(alert); }, std::move(answer));
}

void AlarmRecorder::ask(Read read, Episodes answer) {
  const bool isTaken =
      m_thread.ask([this, read = std::move(read), answer](AlarmRepository* record) {
        auto found =
            record ? read(*record) : absl::UnavailableError("The alarm record is not open.");
        m_gate.post([found = std::move(found), answer] { answer(found); });
      });
  if (!isTaken)
    m_gate.post([answer = std::move(answer)] {
      answer(absl::ResourceExhaustedError("Too many questions wait for the alarm record."));
    });
}

void AlarmRecorder::onOpened(const absl::StatusOr<RecordStart>& start) {
  if (std::exchange(m_isFirstOpening, false)) {
    if (!start.ok()) m_gate.post([this, start] { finishOpening(start); });
    m_opened.set_value(start);
    return;
  }
  m_gate.post([this, start] { finishOpening(start); });
}

void AlarmRecorder::onAttempt(const StorageThread::Attempt& attempt) {
  m_gate.post([this, attempt] { finishAttempt(attempt); });
}

void AlarmRecorder::finishOpening(const absl::StatusOr<RecordStart>& start) {
  if (start.ok()) return m_observer.onOpenedLate(*start);
  setProblem(std::string(start.status().message()));
}

void AlarmRecorder::finishAttempt(const StorageThread::Attempt& attempt) {
  m_heardAt = m_clock.steadyNow();
  if (!attempt.status.ok()) return setProblem(std::string(attempt.status.message()));
  m_settledTicket = attempt.ticket;
  finishSuccess(attempt);
}

/// Callbacks may record again, so each finds the state as it is after the attempt.
void AlarmRecorder::finishSuccess(const StorageThread::Attempt& attempt) {
  recover(attempt.dropped);
  LateRecord late = takeLate(attempt);
  while (!m_waiting.empty() && m_waiting.front().ticket <= attempt.ticket) {
    const Waiting stored = std::move(m_waiting.front());
    m_waiting.pop_front();
    const auto lost = lostOf(stored.alerts, attempt.lost);
    stored.done({true, lost});
  }
  if (!late.isEmpty()) m_observer.onRecordedLate(late);
}

/// What this attempt stored of what had been reported as not recorded.
LateRecord AlarmRecorder::takeLate(const StorageThread::Attempt& attempt) {
  LateRecord late;
  late.alerts = takeStored(m_lateAlerts, attempt.alerts, attempt.ticket);
  late.settings = takeStored(m_lateSettings, attempt.settings, attempt.ticket);
  late.lost = lostOf(late.alerts, attempt.lost);
  return late;
}

void AlarmRecorder::setProblem(const std::string& sentence) {
  m_retryAt = m_clock.steadyNow() + kRetryInterval;
  const bool isNew = std::exchange(m_problem, sentence) != sentence;
  giveUpAll();
  if (isNew) m_observer.onStorageProblem(sentence);
}

void AlarmRecorder::recover(const RecordBacklog::Dropped& dropped) {
  if (!isFailing()) return;
  m_problem.clear();
  m_observer.onStorageRecovered(dropped.toString());
}

void AlarmRecorder::giveUpOldest() {
  const Waiting given = std::move(m_waiting.front());
  m_waiting.pop_front();
  for (const AlertId alert : given.alerts) m_lateAlerts[alert] = given.ticket;
  for (const PatientId patient : given.settings) m_lateSettings[patient] = given.ticket;
  given.done({false, {}});
}

/// What callbacks record meanwhile has its own turn.
void AlarmRecorder::giveUpAll() {
  for (std::size_t count = m_waiting.size(); count > 0; --count) giveUpOldest();
}

}  // namespace vitalwall::server
