// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace vitalwall::integration {

/// What a finished vitalwall-probe told.
struct ProbeReport {
  int exitCode = -1;
  QList<QJsonObject> events;
  QJsonObject summary;
  QString errors;

  /// All active alarms as "id acknowledged-by", sorted; of an extended run.
  QStringList alarmList() const;
};

/// Runs the real probe against `server` to its end.
ProbeReport runProbe(const QString& server, const QStringList& options);

}  // namespace vitalwall::integration
