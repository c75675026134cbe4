// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history_csv.h"

#include <QDateTime>

#include "models/metric_text.h"

namespace vitalwall::models {
namespace {

using namespace Qt::Literals::StringLiterals;

QString utcText(WallTime at) {
  return QDateTime::fromMSecsSinceEpoch(toUnixMillis(at)).toUTC().toString(Qt::ISODateWithMs);
}

QString numberText(std::optional<double> value) {
  return value ? QString::number(*value) : QString();
}

QString priorityWord(AlertPriority priority) {
  return priority == AlertPriority::High     ? u"high"_s
         : priority == AlertPriority::Medium ? u"medium"_s
                                             : u"low"_s;
}

QString stateWord(AlertState state) {
  return state == AlertState::Active    ? u"active"_s
         : state == AlertState::Latched ? u"latched"_s
                                        : u"inactive"_s;
}

QString harmless(QString text) {
  static const QString starters = u"=+-@\t\r"_s;
  if (!text.isEmpty() && starters.contains(text.front())) text.prepend(u'\'');
  return text;
}

QString quoted(QString cell) {
  const bool needsQuotes =
      cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
  return needsQuotes ? u'"' + cell.replace(u'"', u"\"\""_s) + u'"' : cell;
}

QByteArray line(QStringList cells) {
  for (auto& cell : cells) cell = quoted(cell);
  return cells.join(u',').toUtf8() + "\r\n";
}

QStringList cellsOf(const Alert& alert, const QString& bed) {
  const auto acknowledged = alert.acknowledged.value_or(Acknowledgement{});
  const bool isEnded = alert.state == AlertState::Inactive;
  return {utcText(alert.raisedAt),
          harmless(bed),
          harmless(QString::fromStdString(alert.message)),
          alert.kind == AlertKind::Technical ? u"technical"_s : u"physiological"_s,
          priorityWord(alert.priority),
          stateWord(alert.state),
          numberText(alert.value),
          numberText(alert.limit),
          fromView(symbolOf(alert.unit)),
          isEnded ? utcText(alert.changedAt) : QString(),
          harmless(QString::fromStdString(acknowledged.by)),
          alert.acknowledged ? utcText(acknowledged.at) : QString(),
          harmless(QString::fromStdString(acknowledged.note)),
          alert.recorded ? u"yes"_s : u"no"_s,
          QString::fromStdString(alert.id.toString())};
}

}  // namespace

QByteArray historyCsv(const HistoryFilter& rows) {
  auto csv = line({u"raised"_s, u"bed"_s, u"alarm"_s, u"kind"_s, u"priority"_s, u"state"_s,
                   u"worst_value"_s, u"limit"_s, u"unit"_s, u"ended"_s, u"acknowledged_by"_s,
                   u"acknowledged"_s, u"note"_s, u"recorded"_s, u"id"_s});
  for (int row = 0; row < rows.rowCount(); ++row)
    csv += line(cellsOf(rows.alert(row), rows.bedOf(row)));
  return csv;
}

}  // namespace vitalwall::models
