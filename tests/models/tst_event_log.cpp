// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QtTest>

#include "models/event_log.h"
#include "support/samples.h"

using namespace vitalwall;
using namespace vitalwall::models;

class EventLogTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void newestComesFirst();
  void oldestLinesGo();
  void repetitionIsCounted();

 private:
  static LogEntry notice(const QString& text, const QString& bed = {}) {
    return {.at = test::kNoon, .kind = EventKind::Notice, .bed = bed, .text = text};
  }
  static QString dump(const EventLog& log) {
    QStringList lines;
    for (int row = 0; row < log.rowCount(); ++row)
      lines << log.index(row, EventLog::TextColumn).data().toString();
    return lines.join(QLatin1Char('|'));
  }
};

void EventLogTest::newestComesFirst() {
  EventLog log;
  const QAbstractItemModelTester tester(&log);
  log.append(notice(QStringLiteral("first")));
  log.append(notice(QStringLiteral("second")));
  QCOMPARE(dump(log), QStringLiteral("second|first"));
  QCOMPARE(log.columnCount(), 4);
  QCOMPARE(log.index(0, EventLog::KindColumn).data().toString(), QStringLiteral("Notice"));
}

void EventLogTest::oldestLinesGo() {
  EventLog log(3);
  const QAbstractItemModelTester tester(&log);
  for (const auto* text : {"a", "b", "c", "d", "e"}) log.append(notice(QLatin1String(text)));
  QCOMPARE(dump(log), QStringLiteral("e|d|c"));
}

void EventLogTest::repetitionIsCounted() {
  EventLog log;
  const QAbstractItemModelTester tester(&log);
  for (int i = 0; i < 3; ++i) log.append(notice(QStringLiteral("bad payload")));
  QCOMPARE(dump(log), QStringLiteral("bad payload (3 times)"));
  log.append(notice(QStringLiteral("bad payload"), QStringLiteral("Bed 2")));
  QCOMPARE(dump(log), QStringLiteral("bad payload|bad payload (3 times)"));
}

QTEST_APPLESS_MAIN(EventLogTest)
#include "tst_event_log.moc"
