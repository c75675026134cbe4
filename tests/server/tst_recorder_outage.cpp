// SPDX-License-Identifier: GPL-3.0-or-later
// The record cannot be written, or not opened: said once, kept meanwhile, written when it can be.
#include <QTest>

#include "server/recorder_bench.h"

using namespace vitalwall;
using namespace vitalwall::server;
using namespace vitalwall::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kFullSentence = u"The disk is full."_s;

absl::Status diskIsFull() {
  return absl::ResourceExhaustedError("The disk is full.");
}

}  // namespace

class TestRecorderOutage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void failureIsReportedAtOnce() {
    RecorderBench bench;
    bench.start();
    bench.disk.refuse(diskIsFull());
    bench.record("a");
    QTRY_COMPARE(bench.told(), QStringList({u"a not recorded"_s, u"problem: "_s + kFullSentence}));
  }

  void everythingThatWaitsIsReported() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    bench.disk.refuse(diskIsFull());
    bench.record("b");
    bench.disk.release();
    QTRY_COMPARE(bench.told(), QStringList({u"a not recorded"_s, u"b not recorded"_s,
                                            u"problem: "_s + kFullSentence}));
  }

  /// During the outage records are answered without asking the disk.
  void laterRecordsAreReportedWithoutTrying() {
    RecorderBench bench;
    failOnce(bench);
    bench.record("b");
    QCOMPARE(bench.log.lines.size(), 2);  // not from within the call
    QCOMPARE(bench.told().mid(2), QStringList({u"b not recorded"_s}));
    QCOMPARE(bench.disk.attempts(), 1);
  }

  void retriesByTheClock() {
    RecorderBench bench;
    failOnce(bench);
    bench.pass(AlarmRecorder::kRetryInterval - 1ms);
    bench.record("b");
    bench.told();
    QCOMPARE(bench.disk.attempts(), 1);
    bench.pass(1ms);
    QVERIFY(bench.disk.awaitEnded(2));
    QVERIFY(bench.awaitNews());
    bench.pass(AlarmRecorder::kRetryInterval);
    QVERIFY(bench.disk.awaitEnded(3));
    QCOMPARE(bench.told().filter(u"problem"_s).size(), 1);  // said once
  }

  void recovers() {
    RecorderBench bench;
    failOnce(bench);
    bench.record("b");
    bench.record("c");
    bench.told();
    bench.disk.refuse(absl::OkStatus());
    bench.pass(AlarmRecorder::kRetryInterval);
    QTRY_COMPARE(bench.told().mid(4), QStringList({u"recovered: "_s, u"late: a b c"_s}));
    QCOMPARE(bench.transactions(), QList({3}));
    bench.record("d");
    QTRY_COMPARE(bench.told().last(), u"d recorded"_s);
  }

  void anotherReasonIsSaid() {
    RecorderBench bench;
    failOnce(bench);
    bench.disk.refuse(absl::PermissionDeniedError("Writing is not permitted."));
    bench.pass(AlarmRecorder::kRetryInterval);
    QTRY_COMPARE(bench.told().last(), u"problem: Writing is not permitted."_s);
  }

  void secondOutageIsSaidAgain() {
    RecorderBench bench;
    failOnce(bench);
    bench.disk.refuse(absl::OkStatus());
    bench.pass(AlarmRecorder::kRetryInterval);
    QTRY_COMPARE(bench.told().last(), u"late: a"_s);
    bench.disk.refuse(diskIsFull());
    bench.record("b");
    QTRY_COMPARE(bench.told().filter(u"problem"_s).size(), 2);
  }

  /// A disk that neither stores nor refuses is no better than a full one.
  void silentDiskIsAProblem() {
    RecorderBench bench;
    bench.disk.hold();
    bench.start();
    bench.record("a");
    QVERIFY(bench.disk.awaitBegun(1));
    bench.pass(AlarmRecorder::kSilence - 1ms);
    QCOMPARE(bench.told(), QStringList({u"a not recorded"_s}));
    bench.pass(1ms);
    QCOMPARE(bench.told().last(),
             u"problem: The alarm record cannot be written: the disk does not answer."_s);
    bench.disk.release();
    QTRY_COMPARE(bench.told().mid(2), QStringList({u"recovered: "_s, u"late: a"_s}));
  }

  void idleDiskIsNoProblem() {
    RecorderBench bench;
    bench.start();
    bench.record("a");
    QTRY_COMPARE(bench.told(), QStringList({u"a recorded"_s}));
    bench.pass(1h);
    bench.record("b");
    bench.pass(1ms);
    QTRY_COMPARE(bench.told(), QStringList({u"a recorded"_s, u"b recorded"_s}));
  }

  void lastAttemptAtTheEnd() {
    RecorderBench bench;
    failOnce(bench);
    bench.disk.refuse(absl::OkStatus());
    bench.recorder.reset();
    QCOMPARE(bench.transactions(), QList({1}));
  }

  void endsThoughTheDiskFails() {
    RecorderBench bench;
    failOnce(bench);
    bench.recorder.reset();
    QCOMPARE(bench.disk.attempts(), 2);
    QCOMPARE(bench.transactions(), QList<int>());
  }

  void opens() {
    RecorderBench bench;
    AlarmArchive archive;
    archive.revision = 17;
    bench.disk.setArchive(archive);
    bench.disk.setNotice("was damaged");
    bench.start();
    const auto start = bench.recorder->open();
    QVERIFY(start.ok());
    QCOMPARE(start->archive.revision, 17U);
    QCOMPARE(start->notice, std::string("was damaged"));
    QCOMPARE(bench.told(), QStringList());
  }

  /// Monitoring goes on without a record, and with it as soon as it can be opened.
  void opensLate() {
    RecorderBench bench;
    AlarmArchive archive;
    archive.revision = 17;
    bench.disk.setArchive(archive);
    bench.disk.refuse(diskIsFull());
    bench.start();
    QVERIFY(absl::IsResourceExhausted(bench.recorder->open().status()));
    bench.record("a");
    bench.pass(0ms);
    QTRY_COMPARE(bench.told(), QStringList({u"a not recorded"_s, u"problem: "_s + kFullSentence}));
    bench.recorder->query({}, [&bench](const absl::StatusOr<std::vector<Alert>>& found) {
      bench.log.add(std::string(found.status().message()));
    });
    QTRY_COMPARE(bench.told().last(), u"The alarm record is not open."_s);
    bench.pass(AlarmRecorder::kRetryInterval);
    QVERIFY(bench.disk.awaitOpenings(2));
    QVERIFY(bench.awaitNews());
    bench.disk.refuse(absl::OkStatus());
    bench.pass(AlarmRecorder::kRetryInterval);
    QTRY_COMPARE(bench.told().mid(3),
                 QStringList({u"opened: 17"_s, u"recovered: "_s, u"late: a"_s}));
  }

 private:
  /// Records "a" on a full disk, up to the report of it.
  static void failOnce(RecorderBench& bench) {
    bench.start();
    QVERIFY(bench.recorder->open().ok());
    bench.disk.refuse(diskIsFull());
    bench.record("a");
    QTRY_COMPARE(bench.told().size(), 2);
  }
};

QTEST_GUILESS_MAIN(TestRecorderOutage)
#include "tst_recorder_outage.moc"
