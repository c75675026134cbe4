// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/probe_report.h"

#include <QJsonDocument>
#include <QMap>

#include "integration/line_process.h"

using namespace Qt::Literals::StringLiterals;

namespace vitalwall::integration {

QStringList ProbeReport::alarmList() const {
  QMap<QString, QString> newest;
  for (const auto& event : events) {
    if (event["type"_L1] != "alert"_L1) continue;
    const auto id = event["alert"_L1].toString();
    newest.remove(id);
    if (event["active"_L1].toBool()) newest[id] = event["acknowledgedBy"_L1].toString();
  }
  QStringList list;
  for (auto alarm = newest.begin(); alarm != newest.end(); ++alarm)
    list << u"%1 %2"_s.arg(alarm.key(), alarm.value()).trimmed();
  list.sort();
  return list;
}

ProbeReport runProbe(const QString& server, const QStringList& options) {
  LineProcess probe(programPath(u"vitalwall-probe"_s), QStringList{server} + options);
  ProbeReport report;
  report.exitCode = probe.waitForExit().value_or(-1);
  report.errors = probe.errors();
  for (const auto& line : probe.lines())
    report.events << QJsonDocument::fromJson(line.toUtf8()).object();
  if (!report.events.isEmpty()) report.summary = report.events.takeLast();
  return report;
}

}  // namespace vitalwall::integration
