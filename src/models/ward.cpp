// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ward.h"

#include <algorithm>

namespace vitalwall::models {
namespace {

/// Whether a new connection is on its way, after one that may have missed much. Another server may
/// be asked before the one before it has sent everything.
bool isNewConnection(LinkPhase before, LinkPhase now) {
  return (now == LinkPhase::Connecting && before != now) ||
         (now == LinkPhase::Syncing && before != now && before != LinkPhase::Connecting);
}

}  // namespace

Ward::Ward(const Clock& clock, QObject* parent)
    : QObject(parent),
      m_clock(clock),
      m_alarms([this](PatientId patient) { return m_beds.labelOf(patient); }),
      m_history([this](PatientId patient) { return m_beds.labelOf(patient); }),
      m_audio(clock),
      m_own(clock, [this](const Alert& alert) { take(alert, AlarmModel::Origin::Station); }),
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
  m_own.forget(patient);
  m_alarms.forget(patient);
  m_settings.forget(patient);
  m_news2.forget(patient);
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
  if (isNewConnection(before.phase, status.phase)) {
    m_alarms.beginResync();
    m_settings.beginResync();
    m_beds.forgetSourceClock();
  }
  m_link.setStatus(status);
  const bool isNews = status.phase != before.phase || status.sentence != before.sentence;
  if (isNews && !status.sentence.isEmpty()) log(EventKind::Connection, {}, status.sentence);
}

void Ward::judgeTime() {
  m_own.judge(m_beds, m_link);
  m_audio.tick();
}

void Ward::setSoundProblem(const QString& sentence) {
  m_audio.setDeviceProblem(sentence);
  m_own.setSoundProblem(sentence);
}

void Ward::noteCommand(const Command& command, CommandStage stage, const QString& sentence) {
  if (const auto* acknowledge = std::get_if<Acknowledge>(&command.body))
    m_alarms.setStage(acknowledge->alert, stage, sentence);
  const auto patient = patientOf(command);
  const auto bed = patient ? m_beds.labelOf(*patient) : QString();
  const auto what = commandText(command.body);
  m_commands.note({.id = command.id,
                   .patient = patient,
                   .what = bed.isEmpty() ? what : tr("%1: %2").arg(bed, what),
                   .stage = stage,
                   .sentence = sentence,
                   .at = m_clock.steadyNow()});
  if (!sentence.isEmpty()) log(EventKind::Command, patient, tr("%1: %2").arg(what, sentence));
}

std::optional<PatientId> Ward::patientOf(const Command& command) const {
  const auto* acknowledge = std::get_if<Acknowledge>(&command.body);
  if (!acknowledge) return models::patientOf(command.body);
  const auto* alert = m_history.find(acknowledge->alert);
  return alert ? std::optional(alert->patient) : std::nullopt;
}

void Ward::apply(const Vitals& vitals, SteadyTime receivedAt, std::optional<SteadyTime> asOf) {
  if (m_beds.rowOf(vitals.patient) < 0) return;
  m_beds.applyVitals(vitals, receivedAt, asOf);
  m_trend.append(vitals);
  if (const auto* settings = m_settings.find(vitals.patient))
    m_news2.update(vitals, *settings, m_clock.wallNow());
}

void Ward::apply(const Alert& alert) {
  if (m_beds.rowOf(alert.patient) >= 0) take(alert, AlarmModel::Origin::Server);
}

void Ward::apply(const AlarmSettings& settings) {
  const auto* bed = m_beds.find(settings.patient);
  if (!bed) return;
  m_settings.apply(settings);
  if (bed->vitals) m_news2.update(*bed->vitals, settings, m_clock.wallNow());
}

void Ward::apply(const SnapshotEnd& end) {
  m_alarms.endSnapshot(end);
  m_settings.endSnapshot(end);
}

void Ward::take(const Alert& alert, AlarmModel::Origin origin) {
  const bool isNew = alert.isOpen() && m_alarms.rowOf(alert.id) < 0;
  m_alarms.apply(alert, origin);
  m_history.apply(alert);
  if (isNew && m_alarms.rowOf(alert.id) >= 0)
    log(EventKind::Alarm, alert.patient, alarmText(alert));
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
