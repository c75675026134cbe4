// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ward.h"

#include <algorithm>

#include "models/silence_alert.h"

namespace vitalwall::models {
namespace {

/// The phases in which a new connection is on its way, after one that may have missed much.
bool isStarting(LinkPhase phase) {
  return phase == LinkPhase::Connecting || phase == LinkPhase::Syncing;
}

}  // namespace

Ward::Ward(const Clock& clock, QObject* parent)
    : QObject(parent),
      m_clock(clock),
      m_alarms([this](PatientId patient) { return m_beds.labelOf(patient); }),
      m_link(clock) {}

bool Ward::watch(PatientId patient) {
  if (isFull() && m_beds.rowOf(patient) < 0) {
    log(EventKind::Notice, patient,
        tr("Not watched: this station shows at most %1 beds. Remove one first.").arg(kMaxBeds));
    return false;
  }
  if (!m_beds.watch(patient, m_clock.steadyNow())) return false;
  const auto listed = std::find_if(m_directory.begin(), m_directory.end(),
                                   [patient](const Patient& entry) { return entry.id == patient; });
  if (listed != m_directory.end()) describe(*listed);
  return true;
}

bool Ward::unwatch(PatientId patient) {
  if (!m_beds.unwatch(patient)) return false;
  m_alarms.forget(patient);
  m_orders.forget(patient);
  m_trend.forget(patient);
  m_waves.forget(patient);
  Q_EMIT wavesChanged(patient);
  return true;
}

void Ward::setDirectory(const std::vector<Patient>& patients) {
  m_directory = patients;
  for (const auto& patient : patients)
    if (m_beds.rowOf(patient.id) >= 0) describe(patient);
  Q_EMIT directoryChanged();
}

void Ward::setLink(const LinkStatus& status) {
  const auto before = m_link.status();
  if (isStarting(status.phase) && !isStarting(before.phase)) {
    m_alarms.beginResync();
    m_beds.forgetSourceClock();
  }
  m_link.setStatus(status);
  const bool isNews = status.phase != before.phase || status.sentence != before.sentence;
  if (isNews && !status.sentence.isEmpty()) log(EventKind::Connection, {}, status.sentence);
}

void Ward::setAcknowledge(AlertId alert, AcknowledgeStage stage, const QString& sentence) {
  const int row = m_alarms.rowOf(alert);
  if (row < 0) return;
  const auto patient = m_alarms.row(row).alert.patient;
  m_alarms.setStage(alert, stage, sentence);
  if (!sentence.isEmpty()) log(EventKind::Command, patient, sentence);
}

void Ward::judgeSilence() {
  const auto now = m_clock.steadyNow();
  const bool mayRaise = m_link.status().phase == LinkPhase::Live;
  for (int row = 0; row < m_beds.rowCount(); ++row) {
    const auto& bed = m_beds.bed(row);
    const bool isSilent = m_link.freshnessRule().judge(bed.silentFor(now)) == Freshness::Expired;
    const bool isRaised = m_alarms.rowOf(silenceAlertId(bed.id())) >= 0;
    if (isSilent == isRaised || (isSilent && !mayRaise)) continue;
    apply(silenceAlert(bed.id(), isSilent, m_clock.wallNow(), ++m_ownRevision));
  }
}

bool Ward::acknowledgeOwn(AlertId alert, const QString& by) {
  const int row = m_alarms.rowOf(alert);
  if (row < 0 || m_alarms.row(row).alert.id != silenceAlertId(m_alarms.row(row).alert.patient))
    return false;
  auto acknowledged = m_alarms.row(row).alert;
  acknowledged.acknowledged = Acknowledgement{.by = by.toStdString(), .at = m_clock.wallNow()};
  m_alarms.apply(acknowledged);
  return true;
}

void Ward::apply(const Vitals& vitals, SteadyTime receivedAt) {
  if (m_beds.rowOf(vitals.patient) < 0) return;
  m_beds.applyVitals(vitals, receivedAt);
  m_trend.append(vitals);
}

void Ward::apply(const Alert& alert) {
  if (m_beds.rowOf(alert.patient) < 0) return;
  const bool isNew = alert.isActive() && m_alarms.rowOf(alert.id) < 0;
  m_alarms.apply(alert);
  if (isNew) log(EventKind::Alarm, alert.patient, alarmText(alert));
}

void Ward::apply(const Order& order) {
  if (m_beds.rowOf(order.patient) < 0 || !m_orders.apply(order)) return;
  const auto description = QString::fromStdString(order.description);
  log(EventKind::Order, order.patient,
      tr("%1: %2").arg(description, orderStatusName(order.status)));
}

void Ward::apply(const Notice& notice) {
  log(EventKind::Notice, notice.patient, QString::fromStdString(notice.message));
}

void Ward::describe(const Patient& patient) {
  m_beds.describe(patient);
  if (m_waves.setChannels(patient)) Q_EMIT wavesChanged(patient.id);
}

void Ward::log(EventKind kind, std::optional<PatientId> patient, const QString& text) {
  m_events.append({.at = m_clock.wallNow(),
                   .kind = kind,
                   .bed = patient ? m_beds.labelOf(*patient) : QString(),
                   .text = text});
}

}  // namespace vitalwall::models
