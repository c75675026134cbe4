// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/silence_alert.h"

#include <QCoreApplication>

namespace vitalwall::models {

AlertId silenceAlertId(PatientId patient) {
  return AlertId::fromName("vitalwall station: no data of " + patient.toString());
}

Alert silenceAlert(PatientId patient, bool isActive, WallTime now, std::uint64_t revision) {
  Alert alert;
  alert.id = silenceAlertId(patient);
  alert.patient = patient;
  alert.revision = revision;
  alert.kind = AlertKind::Technical;
  alert.priority = AlertPriority::Medium;
  alert.message = QCoreApplication::translate("Alarm", "No data").toStdString();
  alert.state = isActive ? AlertState::Active : AlertState::Inactive;
  alert.raisedAt = now;
  alert.changedAt = now;
  return alert;
}

}  // namespace vitalwall::models
