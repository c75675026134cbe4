// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/alarm_repository.h"
#include "support/samples.h"

namespace vitalwall::test {

inline const PatientId kBed1 = PatientId::fromName("Bed 01");
inline const PatientId kBed2 = PatientId::fromName("Bed 02");

inline Acknowledgement byAnna() {
  return {"Anna Berg", kNoon + std::chrono::seconds(7), "is being suctioned"};
}
inline Acknowledgement byBen() {
  return {"Ben Cole", kNoon + std::chrono::seconds(8), {}};
}

/// An alert in which every member has a value of its own.
inline Alert fullAlert(const std::string& name, std::uint64_t revision) {
  Alert alert = makeAlert(name, kBed1, AlertPriority::Medium, revision);
  alert.value = 134.25;
  alert.limit = 120.5;
  alert.message = "HR 134 > 120, \xC3\xA4\xE2\x82\x82 'quoted' \"twice\"";
  alert.state = AlertState::Latched;
  alert.cause = AlertCause::Ended;
  alert.changedBy = "Anna Berg";
  alert.changedAt = kNoon + std::chrono::seconds(9);
  alert.acknowledged = byAnna();
  alert.group = "source sim";
  return alert;
}

inline Alert acknowledged(Alert alert, const Acknowledgement& acknowledgement) {
  ++alert.revision;
  alert.cause = AlertCause::Acknowledged;
  alert.changedBy = acknowledgement.by;
  alert.changedAt = acknowledgement.at;
  alert.acknowledged = acknowledgement;
  return alert;
}

inline AlarmSettings fullSettings(PatientId patient, std::uint64_t revision) {
  return {.patient = patient,
          .revision = revision,
          .profile = AgeGroup::Paediatric,
          .parameters = {{.parameter = mdc::kHeartRate,
                          .limits = {50, 130.5, 40, {}},
                          .unitDefault = {50, 120, 40, 140},
                          .off = AlarmOff{"electrode changed", "Anna Berg", kNoon}},
                         {.parameter = mdc::kSpO2,
                          .limits = {90, {}, 80, {}},
                          .unitDefault = {90, {}, 80, {}},
                          .off = {}}},
          .audioPaused = TimedPause{"Ben Cole", kNoon, kNoon + std::chrono::minutes(2)},
          .alarmsPaused = {},
          .news2 = {.scale2 = true,
                    .supplementalOxygen = false,
                    .consciousness = Consciousness::Confusion},
          .changedBy = "Anna Berg",
          .changedAt = kNoon};
}

inline Order fullOrder(const std::string& name, OrderStatus status) {
  return {OrderId::fromName(name), kBed1, "Heparin 5000 IU s.c.", status, "Dr. Weiss", kNoon};
}

inline AuditEntry fullEntry(const std::string& detail) {
  return {.at = kNoon,
          .action = AuditAction::LimitsChanged,
          .person = "Anna Berg",
          .station = "Desk 1",
          .patient = kBed1,
          .alert = AlertId::fromName("HR"),
          .command = CommandId::fromName("command"),
          .detail = detail};
}

inline CommandResult answerTo(const std::string& command) {
  return {CommandId::fromName(command), CommandOutcome::AlreadyDone, "already acknowledged",
          "Anna Berg", kNoon};
}

/// A record of nothing but `alerts`.
inline AlarmRecord recordOf(std::vector<Alert> alerts) {
  AlarmRecord record;
  record.alerts = std::move(alerts);
  return record;
}

}  // namespace vitalwall::test
