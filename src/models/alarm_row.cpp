// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarm_row.h"

#include <QCoreApplication>
#include <QLocale>

namespace vitalwall::models {
namespace {

/// Translation context of these lines.
struct Alarm {
  Q_DECLARE_TR_FUNCTIONS(Alarm)
};

QString formatted(const Alert& alert, double value) {
  const auto* metric = findMetric(alert.parameter);
  return QLocale().toString(value, 'f', metric ? metric->decimals : 0);
}

QString subjectOf(const Alert& alert) {
  if (const auto* metric = findMetric(alert.parameter))
    return QString::fromUtf8(metric->label.data(), static_cast<qsizetype>(metric->label.size()));
  return Alarm::tr("Alarm");
}

// For servers that send the facts of an alarm but no text.
QString composed(const Alert& alert) {
  auto text = subjectOf(alert);
  if (!alert.value) return text;
  text += QLatin1Char(' ') + formatted(alert, *alert.value);
  if (!alert.limit) return text;
  const auto relation = *alert.value > *alert.limit ? QStringLiteral(" > ") : QStringLiteral(" < ");
  return text + relation + formatted(alert, *alert.limit);
}

}  // namespace

QString alarmText(const Alert& alert) {
  const auto prefix = priorityPrefix(alert.priority);
  const auto message =
      alert.message.empty() ? composed(alert) : QString::fromStdString(alert.message);
  return QString::fromUtf8(prefix.data(), static_cast<qsizetype>(prefix.size())) +
         QLatin1Char(' ') + message;
}

QString acknowledgeText(const AlarmRow& row) {
  if (row.alert.acknowledged) {
    const auto by = QString::fromStdString(row.alert.acknowledged->by);
    return by.isEmpty() ? Alarm::tr("acknowledged") : Alarm::tr("acknowledged by %1").arg(by);
  }
  switch (row.stage) {
    case AcknowledgeStage::None:
      return {};
    case AcknowledgeStage::Pending:
      return Alarm::tr("acknowledging \u2026");
    case AcknowledgeStage::Unconfirmed:
      return Alarm::tr("not confirmed yet");
    case AcknowledgeStage::Confirmed:
      return Alarm::tr("acknowledged");
    case AcknowledgeStage::Failed:
      break;
  }
  return row.sentence.isEmpty() ? Alarm::tr("not acknowledged") : row.sentence;
}

}  // namespace vitalwall::models
