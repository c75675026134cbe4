// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/alarm_central.h"

#include <utility>

#include "server/alarm_dispatch.h"

namespace vitalwall::server {
namespace {

AlarmRecord recordOf(const alarms::AlarmChanges& changes) {
  AlarmRecord record;
  record.alerts = changes.alerts;
  record.settings = changes.settings;
  record.audit = changes.audit;
  return record;
}

/// Done, but a power cut would undo it: the person must know.
void markNotRecorded(CommandResult& result) {
  if (result.outcome != CommandOutcome::Ok) return;
  result.outcome = CommandOutcome::NotRecorded;
  result.message = "done, but not recorded yet: the alarm record cannot be written now";
}

}  // namespace

AlarmCentral::AlarmCentral(alarms::AlarmEngine engine, Hub& hub, ServerLog& log,
                           ServerCounters& counters, const Clock& clock)
    : m_engine(std::move(engine)), m_hub(hub), m_log(log), m_counters(counters), m_clock(clock) {}

void AlarmCentral::restore(const RecordStart& start) {
  const AlarmArchive& archive = start.archive;
  m_published.restore(archive.open, archive.settings, archive.revision);
  m_commands.restore(archive.commands);
  process(m_engine.restore(archive, m_clock.now()));
  if (!start.notice.empty()) process(m_engine.onRecordDamaged(start.notice, m_clock.now()));
}

void AlarmCentral::onVitals(const Vitals& vitals) {
  process(m_engine.onVitals(vitals, m_clock.now()));
}

void AlarmCentral::onCondition(const DeviceCondition& condition) {
  process(m_engine.onCondition(condition, m_clock.now()));
}

void AlarmCentral::onOrder(const Order& order) {
  AlarmRecord record;
  record.orders.push_back(order);
  m_keeper->record(std::move(record), [this, order](const RecordReport&) { m_hub.publish(order); });
}

void AlarmCentral::tick() {
  m_keeper->watch();
  process(m_engine.tick(m_clock.now()));
}

void AlarmCentral::execute(const Command& command, const alarms::Actor& actor, Reply reply) {
  if (!m_commands.admit(command.id, reply)) return;
  auto answer = dispatch(m_engine, command, actor, m_clock.now());
  if (!answer) return;
  if (answer->result.outcome == CommandOutcome::NotFound) ++m_counters.unknownAlerts;
  process(std::move(answer->changes), std::move(answer->result), std::move(reply));
}

void AlarmCentral::process(alarms::AlarmChanges changes) {
  if (changes.isEmpty()) return;
  AlarmRecord record = recordOf(changes);
  m_keeper->record(std::move(record),
                   [this, changes = std::move(changes)](const RecordReport& report) {
                     publish(changes, report.recorded);
                     replaceLost(report.lost);
                   });
}

void AlarmCentral::process(alarms::AlarmChanges changes, CommandResult result, Reply reply) {
  AlarmRecord record = recordOf(changes);
  if (!result.id.guid.isNil()) record.commands.push_back(result);
  m_keeper->record(std::move(record),
                   [this, changes = std::move(changes), result = std::move(result),
                    reply = std::move(reply)](const RecordReport& report) {
                     publish(changes, report.recorded);
                     CommandResult answer = result;
                     if (!report.recorded) markNotRecorded(answer);
                     for (const auto& lost : report.lost) {
                       answer.outcome = CommandOutcome::AlreadyDone;
                       answer.by = lost.winner.by;
                       answer.at = lost.winner.at;
                       answer.message = "already acknowledged by " + lost.winner.by;
                     }
                     m_commands.settle(answer);
                     reply(answer);
                     replaceLost(report.lost);
                   });
}

void AlarmCentral::publish(const alarms::AlarmChanges& changes, bool recorded) {
  for (Alert alert : changes.alerts) {
    alert.recorded = recorded;
    m_published.apply(alert);
    m_hub.publish(alert);
  }
  for (AlarmSettings settings : changes.settings) {
    settings.recorded = recorded;
    m_published.apply(settings);
    m_hub.publish(settings);
  }
}

void AlarmCentral::onStorageProblem(const std::string& sentence) {
  m_log.write(sentence);
  process(m_engine.onStorage(sentence, m_clock.now()));
}

void AlarmCentral::onStorageRecovered(const std::string& sentence) {
  m_log.write("the alarm record is written again" + (sentence.empty() ? "" : "; " + sentence));
  process(m_engine.onStorage({}, m_clock.now()));
}

void AlarmCentral::onRecordedLate(const LateRecord& late) {
  for (const auto alert : late.alerts) process(m_engine.onRecorded(alert, m_clock.now()));
  for (const auto patient : late.settings) process(m_engine.onRecorded(patient, m_clock.now()));
  replaceLost(late.lost);
}

void AlarmCentral::onOpenedLate(const RecordStart& start) {
  m_engine.passRevision(start.archive.revision);
  if (!start.notice.empty()) process(m_engine.onRecordDamaged(start.notice, m_clock.now()));
}

void AlarmCentral::replaceLost(const std::vector<LostAcknowledgement>& lost) {
  for (const auto& one : lost) process(m_engine.onLostAcknowledgement(one, m_clock.now()));
}

}  // namespace vitalwall::server
