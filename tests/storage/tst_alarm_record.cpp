// SPDX-License-Identifier: GPL-3.0-or-later
// A record in a folder: made, durable, for one server at a time.
#include "storage/alarm_record.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include "storage/record_inspection.h"
#include "storage/record_samples.h"

using namespace vitalwall;
using namespace vitalwall::storage;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

class TestAlarmRecord : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void folderIsMade() {
    const QTemporaryDir folder;
    const SystemClock clock;
    const auto opened = openRecord(folder.filePath(u"a/b"_s).toStdString(), clock);
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QVERIFY(QFile::exists(folder.filePath(u"a/b/alarm-record.db"_s)));
  }

  void folderThatCannotBe() {
    const SystemClock clock;
    const auto opened = openRecord("/dev/null/records", clock);
    QVERIFY(absl::IsPermissionDenied(opened.status()));
    QCOMPARE(std::string(opened.status().message()),
             std::string("The folder /dev/null/records of the alarm record cannot be made."));
  }

  void onlyItsOwnerReadsIt() {
    const RecordFolder folder;
    QVERIFY(folder.open().ok());
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(folder.file()) & others));
  }

  void goesOnAfterRestart() {
    const RecordFolder folder;
    AlarmRecord record = recordOf({fullAlert("HR", 1), fullAlert("SpO2", 2)});
    record.settings = {fullSettings(kBed1, 3)};
    QVERIFY(folder.open()->repository->store(record).ok());
    const auto opened = folder.open();
    QVERIFY2(opened.ok(), textOf(opened.status()));
    QCOMPARE(opened->notice, std::string());
    QCOMPARE(opened->repository->load()->open.size(), 2U);
    QCOMPARE(opened->repository->load()->settings, record.settings);
  }

  /// As durable as reliability asks: with less, a power cut takes commits along.
  void commitsWaitForTheDisk() {
    const RecordFolder folder;
    const auto opened = folder.open();
    const auto connection = folder.connect();
    QCOMPARE(valueOf(*connection, u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QCOMPARE(valueOf(*connection, u"PRAGMA synchronous"_s).toInt(), 2);
    QCOMPARE(valueOf(*connection, u"PRAGMA foreign_keys"_s).toInt(), 1);
  }

  void secondServerIsRefused() {
    const RecordFolder folder;
    {
      const auto first = folder.open();
      const auto second = folder.open();
      QVERIFY(absl::IsUnavailable(second.status()));
      const QString sentence =
          u"Another server keeps its alarm record in %1 (process %2); each server needs a folder "
          "of its own."_s.arg(QString::fromStdString(folder.path()))
              .arg(QCoreApplication::applicationPid());
      QCOMPARE(QString::fromUtf8(second.status().message()), sentence);
    }
    QVERIFY(folder.open().ok());
  }

  /// Were lines of an audit lost by storing twice, or doubled, it would be none.
  void storingTwiceIsStoringOnce() {
    const RecordFolder folder;
    const auto opened = folder.open();
    AlarmRecord record = recordOf({fullAlert("HR", 1)});
    AuditEntry system{.at = kNoon,
                      .action = AuditAction::ServerStarted,
                      .person = {},
                      .station = {},
                      .patient = {},
                      .alert = {},
                      .command = {},
                      .detail = {}};
    record.audit = {fullEntry("first"), fullEntry("second"), system};
    record.orders = {fullOrder("heparin", OrderStatus::Active)};
    record.settings = {fullSettings(kBed1, 2)};
    QVERIFY(opened->repository->store(record).ok());
    QVERIFY(opened->repository->store(record).ok());
    const auto connection = folder.connect();
    QCOMPARE(valueOf(*connection, u"SELECT COUNT(*) FROM audit"_s).toInt(), 3);
    QCOMPARE(valueOf(*connection, u"SELECT COUNT(*) FROM revisions"_s).toInt(), 1);
    QCOMPARE(valueOf(*connection, u"SELECT COUNT(*) FROM order_history"_s).toInt(), 1);
    QCOMPARE(valueOf(*connection, u"SELECT COUNT(*) FROM settings_parameters"_s).toInt(), 2);
    QCOMPARE(valueOf(*connection, u"SELECT action FROM audit WHERE patient IS NULL"_s).toString(),
             u"server-started"_s);
  }

  void everyStateOfAnOrderIsKept() {
    const RecordFolder folder;
    const auto opened = folder.open();
    AlarmRecord record;
    for (const auto status : {OrderStatus::Active, OrderStatus::OnHold, OrderStatus::OnHold,
                              OrderStatus::Active, OrderStatus::Completed})
      record.orders.push_back(fullOrder("heparin", status));
    QVERIFY(opened->repository->store(record).ok());
    const QString states = u"SELECT GROUP_CONCAT(status, ' ') FROM order_history"_s;
    QCOMPARE(valueOf(*folder.connect(), states).toString(), u"active on-hold active completed"_s);
  }

  /// What nobody wrote is no alarm: better no answer than a wrong one.
  void strangeValueIsAnError() {
    const RecordFolder folder;
    const auto opened = folder.open();
    QVERIFY(opened->repository->store(recordOf({fullAlert("HR", 1)})).ok());
    QVERIFY(folder.connect()->execute(u"UPDATE episodes SET state = 'asleep'"_s).ok());
    const auto archive = opened->repository->load();
    QVERIFY(absl::IsDataLoss(archive.status()));
    QCOMPARE(std::string(archive.status().message()),
             "The alarm record in " + folder.path() +
                 " cannot be read: it holds a value that nobody wrote.");
  }
};

QTEST_GUILESS_MAIN(TestAlarmRecord)
#include "tst_alarm_record.moc"
