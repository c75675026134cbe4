// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/plain_rules.h"

#include <nlohmann/json.hpp>

#include "apps/vitalwall-probe/alert_payload.h"
#include "apps/vitalwall-probe/timestamp_rules.h"

namespace vitalwall::probe {
namespace {

using std::chrono::seconds;

/// The contract's 15 s, and one for the way.
constexpr milliseconds kLongestSilence = seconds(16);
constexpr milliseconds kLongestAnswer = seconds(3);

std::string statusOf(const std::string& patient) {
  return "a status of patient " + patient;
}

std::string acknowledgedOf(const std::string& alert) {
  return "alert_acknowledged for alert " + alert;
}

std::string nameOf(const PlainMessage& message) {
  return message.statusType + " of patient " + message.patientId;
}

bool isInStyle(const std::string& member, protocol::JsonStyle style) {
  if (member.empty()) return false;
  const bool isUpper = member.front() >= 'A' && member.front() <= 'Z';
  return isUpper == (style == protocol::JsonStyle::Pascal);
}

}  // namespace

void PlainRules::onSubscribed(PatientId patient, Moment at) {
  m_watched.insert_or_assign(patient, Watch{at.steady});
  m_deadlines.expect(statusOf(patient.toString()), kLongestSilence, at.steady);
}

void PlainRules::onAcknowledgeSent(AlertId alert, Moment at) {
  m_deadlines.expect(acknowledgedOf(alert.toString()), kLongestAnswer, at.steady);
}

void PlainRules::onMessage(const PlainMessage& message, Moment at) {
  checkShape(message);
  checkTimestamp(message, at);
  checkPayload(message, at);
  checkPatient(message, at);
}

void PlainRules::checkShape(const PlainMessage& message) {
  if (message.patientId.empty()) m_log.add("A message came without patient_id.");
  if (message.statusType.empty()) m_log.add("A message came without status_type.");
  if (message.payload.empty()) m_log.add("A message came without payload.");
  for (const int field : message.foreignFields)
    m_log.add("Field " + std::to_string(field) + " is none of the base contract, in " +
              nameOf(message) + ".");
}

void PlainRules::checkTimestamp(const PlainMessage& message, Moment at) {
  const auto stamped = fromUnixMillis(message.timestamp);
  if (message.statusType == "vitals_updated")
    checkLiveTime(stamped, at.wall, nameOf(message), m_log);
  else
    checkRecordTime(stamped, at.wall, nameOf(message), m_log);
}

void PlainRules::checkPayload(const PlainMessage& message, Moment at) {
  const auto json = nlohmann::json::parse(message.payload, nullptr, false);
  if (!json.is_object()) return m_log.add("The payload of " + nameOf(message) + " is no JSON.");
  for (const auto& [member, value] : json.items())
    if (!isInStyle(member, m_style))
      m_log.add("Member \"" + member + "\" of " + nameOf(message) + " is not as was asked for.");
  checkAlert(message, at);
}

void PlainRules::checkAlert(const PlainMessage& message, Moment at) {
  const auto alert = alertIdOf(message);
  if (!alert) return;
  if (message.statusType == "alert_cleared")
    m_cleared.insert(*alert);
  else if (m_cleared.contains(*alert))
    m_log.add("Alert " + alert->toString() + " is open again after alert_cleared.");
  if (message.statusType != "alert_acknowledged") return;
  m_deadlines.meet(acknowledgedOf(alert->toString()), at.steady);
  if (acknowledgedBy(message).empty())
    m_log.add("Alert " + alert->toString() + " is acknowledged by nobody.");
}

void PlainRules::checkPatient(const PlainMessage& message, Moment at) {
  const auto patient = PatientId::parse(message.patientId);
  const auto watch = patient ? m_watched.find(*patient) : m_watched.end();
  if (watch == m_watched.end())
    return m_log.add("Patient \"" + message.patientId + "\" was not subscribed.");
  m_deadlines.meet(statusOf(patient->toString()), at.steady);
  m_deadlines.expect(statusOf(patient->toString()), kLongestSilence, at.steady);
  if (message.statusType == "vitals_updated") checkRate(watch->second, message, at);
}

void PlainRules::checkRate(Watch& watch, const PlainMessage& message, Moment at) {
  // One at the subscription, then one a second; counted over the whole time because messages that
  // were sent apart may arrive together.
  const auto allowed = 2 + std::chrono::ceil<seconds>(at.steady - watch.since).count();
  if (++watch.vitals > static_cast<std::uint64_t>(allowed))
    m_log.add("More than one " + nameOf(message) + " a second.");
}

}  // namespace vitalwall::probe
