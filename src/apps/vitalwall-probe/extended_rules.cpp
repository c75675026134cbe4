// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/extended_rules.h"

#include "apps/vitalwall-probe/timestamp_rules.h"

namespace vitalwall::probe {
namespace {

constexpr milliseconds kLongestWait = std::chrono::seconds(3);
constexpr auto kHeartbeat = "a heartbeat";
constexpr auto kMetadata = "the server's metadata";

std::string snapshotOf(PatientId patient) {
  return "snapshot_end of patient " + patient.toString();
}

std::string resultOf(CommandId command) {
  return "the result of command " + command.toString();
}

std::string ofPatient(const char* what, PatientId patient) {
  return what + (" of patient " + patient.toString());
}

}  // namespace

void ExtendedRules::onOpened(Moment at) {
  m_deadlines.expect(kMetadata, kLongestWait, at.steady);
}

void ExtendedRules::onMetadata(bool isExtended, Moment at) {
  m_deadlines.meet(kMetadata, at.steady);
  if (!isExtended) m_log.add("The server speaks the base contract only; check it with --plain.");
}

void ExtendedRules::onSubscribed(PatientId patient, Moment at) {
  m_subscribed.insert(patient);
  m_withoutSnapshot.insert(patient);
  m_deadlines.expect(snapshotOf(patient), kLongestWait, at.steady);
  m_deadlines.expect(kHeartbeat, kLongestWait, at.steady);
}

void ExtendedRules::onCommandSent(CommandId command, Moment at) {
  m_deadlines.expect(resultOf(command), kLongestWait, at.steady);
}

void ExtendedRules::onMessage(const protocol::DecodedResponse& message, Moment at) {
  checkPlace(message);
  for (const auto& event : message.events)
    std::visit([&](const auto& kind) { check(kind, at); }, event);
  m_alarms.endMessage();
}

void ExtendedRules::checkPlace(const protocol::DecodedResponse& message) {
  if (message.epoch == 0) m_log.add("A message came without an epoch.");
  if (!m_epoch) {
    m_epoch = message.epoch;
  } else if (message.epoch != *m_epoch) {
    m_log.add("The epoch changed from " + std::to_string(*m_epoch) + " to " +
              std::to_string(message.epoch) + " within a stream.");
    m_epoch = message.epoch;
  } else if (message.sequence != m_sequence + 1) {
    m_log.add("Sequence " + std::to_string(message.sequence) + " follows " +
              std::to_string(m_sequence) + ".");
    ++m_gaps;
  }
  m_sequence = message.sequence;
}

void ExtendedRules::checkSubscribed(PatientId patient, const char* what) {
  if (!m_subscribed.contains(patient))
    m_log.add("Nobody subscribed the " + ofPatient(what, patient) + ".");
}

void ExtendedRules::check(const Vitals& vitals, Moment at) {
  checkSubscribed(vitals.patient, "vitals");
  checkLiveTime(vitals.sourceTime, at.wall, ofPatient("vitals", vitals.patient), m_log);
}

void ExtendedRules::check(const WaveBlock& block, Moment at) {
  checkSubscribed(block.patient, "wave");
  checkLiveTime(block.sourceTime, at.wall, ofPatient("wave", block.patient), m_log);
  m_waves.onBlock(block);
}

void ExtendedRules::check(const Alert& alert, Moment at) {
  checkSubscribed(alert.patient, "alert");
  checkRecordTime(alert.raisedAt, at.wall, ofPatient("alert", alert.patient), m_log);
  m_alarms.onAlert(alert);
}

void ExtendedRules::check(const AlarmSettings& settings, Moment at) {
  checkSubscribed(settings.patient, "alarm settings");
  checkRecordTime(settings.changedAt, at.wall, ofPatient("alarm settings", settings.patient),
                  m_log);
  m_alarms.onSettings(settings);
}

void ExtendedRules::check(const Order& order, Moment at) {
  checkSubscribed(order.patient, "order");
  checkRecordTime(order.changedAt, at.wall, ofPatient("order", order.patient), m_log);
}

void ExtendedRules::check(const CommandResult& result, Moment at) {
  m_deadlines.meet(resultOf(result.id), at.steady);
}

void ExtendedRules::check(const ServerHeartbeat& heartbeat, Moment at) {
  checkLiveTime(heartbeat.serverTime, at.wall, "a heartbeat", m_log);
  m_deadlines.meet(kHeartbeat, at.steady);
  m_deadlines.expect(kHeartbeat, kLongestWait, at.steady);
}

void ExtendedRules::check(const SnapshotEnd& end, Moment at) {
  m_deadlines.meet(snapshotOf(end.patient), at.steady);
  if (m_withoutSnapshot.erase(end.patient) == 0)
    m_log.add("Nobody waited for " + snapshotOf(end.patient) + ".");
  m_alarms.onSnapshotEnd(end);
  if (m_epoch && end.cursor.epoch != *m_epoch)
    m_log.add("The cursor in " + snapshotOf(end.patient) + " is of another epoch.");
}

void ExtendedRules::check(const Notice& notice, Moment) {
  m_log.add("A part of a message cannot be understood: " + notice.message);
}

}  // namespace vitalwall::probe
