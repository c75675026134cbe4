// SPDX-License-Identifier: GPL-3.0-or-later
// A real station and a real server with a bad network between them: cut, silent in one direction or
// both, far away, narrow.
#include <QElapsedTimer>
#include <QTest>

#include "chaos/network_bench.h"
#include "chaos/tcp_proxy.h"
#include "integration/line_process.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::integration;
using test::Road;

namespace {

#define VERIFY_SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, LineProcess::kPatienceMs)

constexpr Road kBlocked{.isBlocked = true};

}  // namespace

class TestBrokenNetwork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_bench.emplace();
    m_proxy.emplace(m_bench->address());
    m_bench->startStation(m_proxy->address());
    VERIFY_SOON(m_bench->isComplete());
  }
  void cleanup() {
    m_bench.reset();
    m_proxy.reset();
  }

  void silenceIsToldInTime_data() {
    QTest::addColumn<bool>("up");
    QTest::addColumn<bool>("down");
    QTest::newRow("both ways") << true << true;
    QTest::newRow("to the server") << true << false;
    QTest::newRow("to the station") << false << true;
  }
  void silenceIsToldInTime() {
    QFETCH(const bool, up);
    QFETCH(const bool, down);
    QElapsedTimer timer;
    timer.start();
    if (up) m_proxy->setUp(kBlocked);
    if (down) m_proxy->setDown(kBlocked);
    VERIFY_SOON(!station().isLive());
    VERIFY_SOON(m_bench->openStreams() == 0);
    qInfo("both sides knew after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 3500);

    m_proxy->setBoth({});
    VERIFY_SOON(station().isLive());
    QVERIFY(m_bench->isComplete());
  }

  void valuesAreMarkedWithinThreeSeconds() {
    m_proxy->setDown(kBlocked);
    QElapsedTimer timer;
    timer.start();
    VERIFY_SOON(!m_bench->isFresh());
    qInfo("the value was marked after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 3300);  // 3 s of age, and a look every 20 ms on a busy machine
  }

  void acknowledgeIsPendingUntilTheNetworkIsBack() {
    m_bench->setTachycardia(true);
    VERIFY_SOON(station().alarm());
    const auto alert = station().alarm()->alert.id;
    m_proxy->setUp(kBlocked);
    station().writer().acknowledge(alert);
    VERIFY_SOON(!station().isLive());
    QVERIFY(!m_bench->acknowledgedBy(alert));
    m_proxy->setBoth({});
    VERIFY_SOON(m_bench->acknowledgedBy(alert) == std::string("Ana Ruiz"));
  }

  void cutsLoseAndDoubleNothing() {
    const int cuts = cutCount();
    for (int cut = 0; cut < cuts; ++cut) {
      m_bench->setTachycardia(cut % 2 == 0);
      const auto before = station().samples();
      m_proxy->reset();
      VERIFY_SOON(station().samples() > before && station().isLive());
      VERIFY_SOON(station().ward().alarms().rowCount() == (cut % 2 == 0 ? 1 : 0));
    }
    QCOMPARE(station().revisionsGoneBack(), 0);
    QVERIFY(m_proxy->connections() > cuts);
  }

  void farServerIsOnlyLate() {
    m_proxy->setBoth({.delay = 200ms});
    QElapsedTimer timer;
    timer.start();
    m_bench->setTachycardia(true);
    VERIFY_SOON(station().alarm());
    qInfo("the alarm came after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 1000);
    QVERIFY(station().isLive());
  }

  /// 1 Mbit/s carries two thirds of the waves: what is left out is data that is newer a moment
  /// later, never an alarm.
  void narrowNetworkDeliversTheAlarm() {
    m_proxy->setDown({.bytesPerSecond = 125'000});
    const auto before = station().samples();
    VERIFY_SOON(station().samples() > before + 500'000);
    QElapsedTimer timer;
    timer.start();
    m_bench->setTachycardia(true);
    VERIFY_SOON(station().alarm());
    qInfo("the alarm came after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 3000);
    m_proxy->setBoth({});
    VERIFY_SOON(station().isLive() && m_bench->isFresh());
  }

 private:
  static int cutCount() { return qEnvironmentVariableIsSet("VITALWALL_CHAOS_CYCLES") ? 1000 : 30; }

  integration::Station& station() { return m_bench->station(); }

  std::optional<test::NetworkBench> m_bench;
  std::optional<test::TcpProxy> m_proxy;
};

QTEST_GUILESS_MAIN(TestBrokenNetwork)
#include "tst_broken_network.moc"
