// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while 200 alarms a second fire and about 50 acknowledges a second fly: what was published
// as recorded and what was confirmed is in the record, and no alarm is there twice. The number of
// lives of the server comes from VITALWALL_CHAOS_CYCLES (20).
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <random>

#include "chaos/storm_process.h"
#include "chaos/storm_station.h"
#include "chaos/storm_verdict.h"
#include "storage/alarm_record.h"

using namespace vitalwall;
using namespace vitalwall::test;

namespace {

/// Acknowledges that are confirmed in one life.
constexpr std::size_t kFewest = 5;
constexpr std::size_t kMost = 60;

}  // namespace

class TestKilledServer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    const int cycles = qEnvironmentVariableIntValue("VITALWALL_CHAOS_CYCLES");
    for (int cycle = 0; cycle < (cycles > 0 ? cycles : 20); ++cycle) QVERIFY(live());
    std::sort(m_restartMs.begin(), m_restartMs.end());
    qInfo(
        "%zu recorded revisions and %zu confirmed acknowledges seen, %d acknowledges without an "
        "answer; first data after a restart: median %lld ms, at most %lld ms",
        m_testimony.recorded.size(), m_testimony.acknowledged.size(), m_testimony.unconfirmed,
        m_restartMs[m_restartMs.size() / 2], m_restartMs.back());
    QVERIFY(m_testimony.acknowledged.size() > 100);
    auto opened = storage::openRecord(m_folder.path().toStdString(), m_clock);
    QVERIFY2(opened.ok(), opened.status().ToString().c_str());
    QVERIFY2(opened->notice.empty(), opened->notice.c_str());
    m_record = std::move(opened->repository);
  }

  void everyPublishedRevisionIsRecorded() {
    QCOMPARE(unrecordedRevision(m_testimony, *m_record), std::nullopt);
  }

  void everyConfirmedAcknowledgeIsRecorded() {
    QCOMPARE(unrecordedAcknowledge(m_testimony, *m_record), std::nullopt);
  }

  void noAlarmIsThereTwice() {
    const auto episodes = allEpisodes(*m_record);
    QVERIFY(episodes.size() > 100);
    QCOMPARE(overlaps(episodes), 0);
  }

 private:
  /// Starts the server, listens for a while and kills it in the middle.
  bool live() {
    QElapsedTimer started;
    started.start();
    StormProcess server(m_folder.path());
    StormStation station(server.address(), "Ann", m_testimony);
    if (!station.watch(StormProcess::kBeds)) return false;
    while (!station.hasVitals())
      if (!station.step()) return false;
    m_restartMs.push_back(started.elapsed());
    const auto goal =
        m_testimony.acknowledged.size() + std::uniform_int_distribution(kFewest, kMost)(m_random);
    while (m_testimony.acknowledged.size() < goal)
      if (!station.step()) return false;
    server.kill();
    while (station.step()) continue;
    return true;
  }

  const SystemClock m_clock;
  QTemporaryDir m_folder;
  std::mt19937 m_random{1};
  StormTestimony m_testimony;
  std::vector<qint64> m_restartMs;
  std::unique_ptr<AlarmRepository> m_record;
};

QTEST_GUILESS_MAIN(TestKilledServer)
#include "tst_killed_server.moc"
