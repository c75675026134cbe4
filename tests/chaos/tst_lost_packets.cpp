// SPDX-License-Identifier: GPL-3.0-or-later
// Packets that the kernel drops, in a network namespace of the test's own: all of one direction or
// of both, and some of them by chance.
#include <sched.h>

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <algorithm>

#include "chaos/network_bench.h"
#include "integration/line_process.h"

using namespace vitalwall;
using namespace vitalwall::integration;
using namespace Qt::Literals::StringLiterals;

namespace {

#define VERIFY_SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, LineProcess::kPatienceMs)

bool run(const QString& program, const QStringList& arguments) {
  return QProcess::execute(program, arguments) == 0;
}

bool nft(const QString& words) {
  return run(u"nft"_s, words.split(u' '));
}

}  // namespace

class TestLostPackets : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    // Of this thread, and of all threads and programs that it will start.
    if (::unshare(CLONE_NEWNET) != 0) QSKIP("a network namespace needs root");
    if (!run(u"ip"_s, u"link set lo up"_s.split(u' ')) || !nft(u"add table inet loss"_s))
      QSKIP("there is no ip or nft here");
    QVERIFY(nft(u"add chain inet loss input { type filter hook input priority 0 ; }"_s));
  }

  void init() {
    m_bench.emplace();
    m_bench->startStation(m_bench->address());
    VERIFY_SOON(m_bench->isComplete());
  }
  void cleanup() {
    QVERIFY(nft(u"flush chain inet loss input"_s));
    m_bench.reset();
  }

  void lostDirectionIsToldInTime_data() {
    QTest::addColumn<bool>("up");
    QTest::addColumn<bool>("down");
    QTest::newRow("both ways") << true << true;
    QTest::newRow("to the server") << true << false;
    QTest::newRow("to the station") << false << true;
  }
  void lostDirectionIsToldInTime() {
    QFETCH(const bool, up);
    QFETCH(const bool, down);
    QElapsedTimer timer;
    timer.start();
    if (up) QVERIFY(drop(u"dport"_s));
    if (down) QVERIFY(drop(u"sport"_s));
    VERIFY_SOON(!m_bench->station().isLive());
    VERIFY_SOON(m_bench->openStreams() == 0);
    qInfo("both sides knew after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 3500);
    QVERIFY(nft(u"flush chain inet loss input"_s));
    VERIFY_SOON(m_bench->isComplete());
  }

  void alarmsComeThroughLoss_data() {
    QTest::addColumn<int>("percent");
    QTest::addColumn<int>("mostMs");
    QTest::newRow("5 %") << 5 << 1000;
    QTest::newRow("30 %") << 30 << LineProcess::kPatienceMs;
  }
  void alarmsComeThroughLoss() {
    QFETCH(const int, percent);
    QFETCH(const int, mostMs);
    const auto chance = u" numgen random mod 100 < %1"_s.arg(percent);
    QVERIFY(drop(u"dport"_s, chance));
    QVERIFY(drop(u"sport"_s, chance));
    std::vector<qint64> delays;
    for (int alarm = 0; alarm < alarmCount(); ++alarm) delays.push_back(delayOfAlarm());
    std::sort(delays.begin(), delays.end());
    qInfo("%zu alarms at %d %% loss: median %lld ms, at most %lld ms", delays.size(), percent,
          delays[delays.size() / 2], delays.back());
    QVERIFY(delays.back() <= mostMs);
    QCOMPARE(m_bench->station().revisionsGoneBack(), 0);
  }

 private:
  static int alarmCount() { return qEnvironmentVariableIsSet("VITALWALL_CHAOS_CYCLES") ? 100 : 12; }

  /// Packets of the server's port on this side of the connection.
  bool drop(const QString& side, const QString& chance = {}) {
    const auto port = QString::fromStdString(m_bench->address()).section(u':', -1);
    return nft(u"add rule inet loss input tcp "_s + side + u' ' + port + chance + u" drop"_s);
  }

  qint64 delayOfAlarm() {
    const auto alarms = [this] { return m_bench->station().ward().alarms().rowCount(); };
    QElapsedTimer timer;
    timer.start();
    m_bench->setTachycardia(true);
    const bool isThere =
        QTest::qWaitFor([&] { return alarms() > 0; }, 2 * LineProcess::kPatienceMs);
    const auto delay = isThere ? timer.elapsed() : 2 * LineProcess::kPatienceMs;
    m_bench->setTachycardia(false);
    static_cast<void>(QTest::qWaitFor([&] { return alarms() == 0; }, 2 * LineProcess::kPatienceMs));
    return delay;
  }

  std::optional<test::NetworkBench> m_bench;
};

QTEST_GUILESS_MAIN(TestLostPackets)
#include "tst_lost_packets.moc"
