// SPDX-License-Identifier: GPL-3.0-or-later
// Recording before publishing: in order, in groups, never waited for longer than the patience.
#include "server/alarm_recorder.h"

#include <QTest>

#include "server/recorder_bench.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestAlarmRecorder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reportsInOrder() {
    RecorderBench bench;
    bench.start();
    for (const char* name : {"a", "b", "c"}) bench.record(name);
    QTRY_COMPARE(bench.told(), QStringList({u"a recorded"_s, u"b recorded"_s, u"c recorded"_s}));
  }

  void storesAsRecorded() {
    RecorderBench bench;
    bench.start();
    AlarmSettings settings;
    settings.recorded = false;
    AlarmRecord record;
    record.settings = {settings};
    bench.recorder->record(record, bench.log.report("settings"));
    bench.record("a");
    QTRY_COMPARE(bench.told().size(), 2);
    for (const auto& stored : bench.disk.stored()) {
      for (const auto& alert : stored.alerts) QVERIFY(alert.recorded);
      for (const auto& one : stored.settings) QVERIFY(one.recorded);
    }
  }

  /// While the disk is busy everything gathers, and goes in one transaction.
  void gathersWhileTheDiskIsBusy() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    for (const char* name : {"b", "c", "d", "e"}) bench.record(name);
    bench.disk.release();
    QTRY_COMPARE(bench.told().size(), 5);
    QCOMPARE(bench.transactions(), QList({1, 4}));
    QCOMPARE(bench.told().last(), u"e recorded"_s);
  }

  void patienceEnds() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    bench.pass(100ms);
    bench.record("b");
    bench.pass(AlarmRecorder::kPatience - 101ms);
    QCOMPARE(bench.told(), QStringList());
    bench.pass(1ms);
    QCOMPARE(bench.told(), QStringList({u"a not recorded"_s}));
    bench.pass(100ms);
    QCOMPARE(bench.told(), QStringList({u"a not recorded"_s, u"b not recorded"_s}));
    bench.disk.release();
    QTRY_COMPARE(bench.told().size(), 4);
    QCOMPARE(bench.told().mid(2), QStringList({u"late: a"_s, u"late: b"_s}));
  }

  /// What came in time is reported as recorded, though something older was late.
  void lateAndInTime() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    bench.record("b");
    bench.pass(AlarmRecorder::kPatience);
    bench.record("c");
    bench.disk.release();
    QTRY_COMPARE(bench.told().size(), 5);
    QCOMPARE(bench.told(), QStringList({u"a not recorded"_s, u"b not recorded"_s, u"late: a"_s,
                                        u"c recorded"_s, u"late: b"_s}));
  }

  void lateSettings() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    AlarmRecord record;
    record.settings = {AlarmSettings{}};
    record.settings.front().patient = PatientId::fromName("Bed 01");
    bench.recorder->record(record, bench.log.report("settings"));
    bench.pass(AlarmRecorder::kPatience);
    bench.disk.release();
    QTRY_COMPARE(bench.told(), QStringList({u"settings not recorded"_s, u"late: settings"_s}));
  }

  /// A revision that came later waits for its own transaction.
  void lateUntilTheNewestIsStored() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a", 1);
    QVERIFY(bench.disk.awaitBegun(1));
    bench.record("a", 2);
    bench.pass(AlarmRecorder::kPatience);
    bench.disk.release();
    QTRY_COMPARE(bench.told().size(), 3);
    QCOMPARE(bench.told().last(), u"late: a"_s);
    QCOMPARE(bench.transactions(), QList({1, 1}));
  }

  void loserIsToldInItsOwnReport() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    bench.disk.setLost({{AlertId::fromName("c"), {"Ben", kNoon, {}}}});
    bench.record("b");
    bench.record("c");
    bench.disk.release();
    QTRY_COMPARE(bench.told(),
                 QStringList({u"a recorded"_s, u"b recorded"_s, u"c recorded c=Ben"_s}));
  }

  void loserIsToldLate() {
    RecorderBench bench;
    bench.disk.hold();
    bench.disk.setLost({{AlertId::fromName("a"), {"Ben", kNoon, {}}}});
    bench.start();
    bench.record("a");
    bench.pass(AlarmRecorder::kPatience);
    bench.disk.release();
    QTRY_COMPARE(bench.told(), QStringList({u"a not recorded"_s, u"late: a a=Ben"_s}));
  }

  /// The executor takes nothing: the tick brings it.
  void nothingIsLostInAFullExecutor() {
    RecorderBench bench(0);
    bench.start();
    bench.record("a");
    QTRY_COMPARE((bench.recorder->watch(), bench.log.lines), QStringList({u"a recorded"_s}));
  }

  void questionsAreAnsweredBetweenWrites() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    bench.record("b", 1);
    bench.record("b", 2);
    const auto answer = [&bench](const absl::StatusOr<std::vector<Alert>>& found) {
      bench.log.add(std::to_string(found->size()) + " found");
    };
    bench.recorder->query({.patient = {}, .since = {}, .before = {}, .after = {}, .limit = 2},
                          answer);
    bench.recorder->query({}, answer);
    bench.recorder->revisions(AlertId::fromName("b"), answer);
    bench.disk.release();
    QTRY_COMPARE(bench.told().size(), 6);
    QCOMPARE(bench.told().mid(3), QStringList({u"2 found"_s, u"3 found"_s, u"2 found"_s}));
  }

  void tooManyQuestionsAreRefused() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    int answered = 0;
    int refused = 0;
    for (std::size_t i = 0; i < StorageThread::kMaxReads + 1; ++i)
      bench.recorder->query({}, [&](const absl::StatusOr<std::vector<Alert>>& found) {
        ++(absl::IsResourceExhausted(found.status()) ? refused : answered);
      });
    bench.ward.runAll();
    QCOMPARE(refused, 1);
    bench.disk.release();
    QTRY_COMPARE((bench.ward.runAll(), answered), static_cast<int>(StorageThread::kMaxReads));
  }

  void nothingIsReportedAfterTheEnd() {
    RecorderBench bench;
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitEnded(1));
    bench.recorder.reset();
    QCOMPARE(bench.told(), QStringList());
    QCOMPARE(bench.transactions(), QList({1}));
  }

  void whatWaitsIsWrittenAtTheEnd() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    bench.record("b");
    bench.record("c");
    bench.disk.release();
    bench.recorder.reset();
    QCOMPARE(bench.transactions(), QList({1, 2}));
  }
};

QTEST_GUILESS_MAIN(TestAlarmRecorder)
#include "tst_alarm_recorder.moc"
