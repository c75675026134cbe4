// SPDX-License-Identifier: GPL-3.0-or-later
// The power is cut while 200 alarms a second fire and acknowledges fly: the file system of the
// record ends without flushing anything. What was published as recorded and what was confirmed is
// there afterwards. The number of cuts comes from VITALWALL_CHAOS_CYCLES (3).
#include <QTest>

#include "chaos/journalled_disk.h"
#include "chaos/storm_process.h"
#include "chaos/storm_verdict.h"
#include "storage/alarm_record.h"

using namespace vitalwall;
using namespace vitalwall::test;

class TestPowerCut : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    if (!m_disk.problem().isEmpty())
      QSKIP(qPrintable(QStringLiteral("no disk to cut here: ") + m_disk.problem()));
  }

  void nothingThatWasToldIsLost() {
    const int cycles = qEnvironmentVariableIntValue("VITALWALL_CHAOS_CYCLES");
    const int cuts = cycles > 0 ? std::min(cycles, 50) : 3;
    for (int cut = 0; cut < cuts; ++cut) {
      QVERIFY(m_disk.mount());
      live();
      QVERIFY(m_disk.unmount());
    }
    qInfo("%d cuts, %zu recorded revisions and %zu confirmed acknowledges", cuts,
          m_testimony.recorded.size(), m_testimony.acknowledged.size());
    QVERIFY(m_testimony.acknowledged.size() >= std::size_t(cuts) * kAcknowledges);

    QVERIFY(m_disk.mount());
    judgeRecord();
    QVERIFY(m_disk.unmount());
  }

 private:
  static constexpr std::size_t kAcknowledges = 40;  ///< confirmed before each cut

  /// A life of the server until the power is cut.
  void live() {
    StormProcess server(m_disk.folder());
    StormStation station(server.address(), "Ann", m_testimony);
    QVERIFY(station.watch(StormProcess::kBeds));
    const auto goal = m_testimony.acknowledged.size() + kAcknowledges;
    while (m_testimony.acknowledged.size() < goal) QVERIFY(station.step());
    QVERIFY(m_disk.cutPower());
    server.kill();
    while (station.step()) continue;
  }

  void judgeRecord() {
    const auto opened = storage::openRecord(m_disk.folder().toStdString(), m_clock);
    QVERIFY2(opened.ok(), opened.status().ToString().c_str());
    QVERIFY2(opened->notice.empty(), opened->notice.c_str());
    QCOMPARE(unrecordedRevision(m_testimony, *opened->repository), std::nullopt);
    QCOMPARE(unrecordedAcknowledge(m_testimony, *opened->repository), std::nullopt);
    QCOMPARE(overlaps(allEpisodes(*opened->repository)), 0);
  }

  const SystemClock m_clock;
  JournalledDisk m_disk;
  StormTestimony m_testimony;
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_power_cut.moc"
