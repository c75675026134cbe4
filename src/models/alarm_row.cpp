// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarm_row.h"

#include <QCoreApplication>
#include <QStringList>

#include "models/metric_text.h"

namespace vitalwall::models {
namespace {

/// Translation context of these lines.
struct Alarm {
  Q_DECLARE_TR_FUNCTIONS(Alarm)
};

QString subjectOf(const Alert& alert) {
  return findMetric(alert.parameter) ? labelOf(alert.parameter) : Alarm::tr("Alarm");
}

// For servers that send the facts of an alarm but no text.
QString composed(const Alert& alert) {
  auto text = subjectOf(alert);
  if (!alert.value) return text;
  text += QLatin1Char(' ') + valueText(alert.parameter, *alert.value);
  if (!alert.limit) return text;
  const auto relation = *alert.value > *alert.limit ? QStringLiteral(" > ") : QStringLiteral(" < ");
  return text + relation + valueText(alert.parameter, *alert.limit);
}

}  // namespace

QString alarmText(const Alert& alert) {
  const auto prefix = fromView(priorityPrefix(alert.priority));
  const auto message =
      alert.message.empty() ? composed(alert) : QString::fromStdString(alert.message);
  return prefix + QLatin1Char(' ') + message;
}

QString alarmStateText(const Alert& alert) {
  QStringList words;
  if (alert.state == AlertState::Latched) words << Alarm::tr("ended, not seen");
  if (alert.cause == AlertCause::Escalated) words << Alarm::tr("escalated: nobody answered");
  if (alert.cause == AlertCause::ValueMissing) words << Alarm::tr("no measurement now");
  if (!alert.recorded) words << Alarm::tr("not recorded");
  return words.join(QStringLiteral(" \u00b7 "));
}

QString acknowledgeText(const AlarmRow& row) {
  if (row.alert.acknowledged) {
    const auto by = QString::fromStdString(row.alert.acknowledged->by);
    return by.isEmpty() ? Alarm::tr("acknowledged") : Alarm::tr("acknowledged by %1").arg(by);
  }
  switch (row.stage) {
    case CommandStage::None:
      return {};
    case CommandStage::Pending:
      return Alarm::tr("acknowledging \u2026");
    case CommandStage::Unconfirmed:
      return Alarm::tr("not confirmed yet");
    case CommandStage::Confirmed:
      return Alarm::tr("acknowledged");
    case CommandStage::Failed:
      break;
  }
  return row.sentence.isEmpty() ? Alarm::tr("not acknowledged") : row.sentence;
}

}  // namespace vitalwall::models
