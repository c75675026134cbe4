// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while it writes, again and again: what was said to be durable is there.
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include "storage/record_inspection.h"
#include "storage/record_samples.h"

using namespace vitalwall;
using namespace vitalwall::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCycles = 20;
constexpr int kPatience = 20'000;

/// Lets a writer store in `folder` until it has printed `count` names, kills it, and returns every
/// name that it printed as a whole.
QList<QByteArray> namesUntilKilled(const RecordFolder& folder, int cycle, int count) {
  QProcess writer;
  writer.start(QCoreApplication::applicationDirPath() + u"/record_writer"_s,
               {QString::fromStdString(folder.path()), u"%1-"_s.arg(cycle)});
  QByteArray printed;
  while (printed.count('\n') < count && writer.waitForReadyRead(kPatience))
    printed += writer.readAllStandardOutput();
  writer.kill();
  writer.waitForFinished(kPatience);
  printed += writer.readAllStandardOutput();
  auto names = printed.split('\n');
  names.removeLast();  // what follows the last line's end
  return names;
}

}  // namespace

class TestKilledWriter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingDurableIsLost() {
    const RecordFolder folder;
    QRandomGenerator random(20260101);
    QList<QByteArray> durable;
    for (int cycle = 0; cycle < kCycles; ++cycle) {
      const int count = random.bounded(1, 60);
      const auto names = namesUntilKilled(folder, cycle, count);
      QVERIFY2(names.size() >= count, "the writer stopped by itself");
      durable += names;
      const auto opened = folder.open();
      QVERIFY2(opened.ok(), textOf(opened.status()));
      QCOMPARE(opened->notice, std::string());
      QCOMPARE(valueOf(*folder.connect(), u"PRAGMA quick_check"_s).toString(), u"ok"_s);
      for (const auto& name : durable) {
        const Alert alert = fullAlert(name.toStdString(), 1);
        QCOMPARE(*opened->repository->revisions(alert.id), std::vector{alert});
      }
      // Alarm and audit came together, or not at all.
      QCOMPARE(valueOf(*folder.connect(), u"SELECT COUNT(*) FROM audit"_s).toULongLong(),
               opened->repository->load()->open.size());
    }
    qInfo("%d kills, %lld durable alarms, none lost", kCycles, qlonglong(durable.size()));
  }
};

QTEST_GUILESS_MAIN(TestKilledWriter)
#include "tst_killed_writer.moc"
