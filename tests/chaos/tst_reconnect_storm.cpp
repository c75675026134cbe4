// SPDX-License-Identifier: GPL-3.0-or-later
// Every station of a hospital loses its server at once and wants it back at once. 60 stations here,
// 300 in the long run.
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>
#include <algorithm>

#include "apps/vitalwall-probe/load_station.h"
#include "integration/daemon.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::integration;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto kWard = u"sim:32:events=off"_s;

}  // namespace

class TestReconnectStorm : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QLoggingCategory::setFilterRules(u"vitalwall.session=false"_s); }

  void allAreLiveSoonAfterTheServerIsBack() {
    m_daemon.emplace(kWard);
    const auto port = m_daemon->port();
    for (int number = 0; number < stationCount(); ++number) addStation(number);
    QTRY_VERIFY_WITH_TIMEOUT(liveStations() == stationCount(), LineProcess::kPatienceMs);

    m_daemon->process().kill();
    QTRY_VERIFY_WITH_TIMEOUT(liveStations() == 0, LineProcess::kPatienceMs);
    QTest::qWait(8000);  // what is measured: how stations come back after a long absence
    m_daemon.reset();
    m_daemon.emplace(kWard, port);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY_WITH_TIMEOUT(liveStations() == stationCount(), LineProcess::kPatienceMs);
    qInfo("%d stations were live %lld ms after their server was back", stationCount(),
          timer.elapsed());
    QVERIFY(timer.elapsed() <= 3000);
    for (const auto& station : m_stations) QCOMPARE(station->figures().lostMessages, 0U);
  }

 private:
  static int stationCount() {
    return qEnvironmentVariableIsSet("VITALWALL_CHAOS_CYCLES") ? 300 : 60;
  }

  void addStation(int number) {
    session::ClientOptions options;
    options.servers = {m_daemon->address().toStdString()};
    options.station = "storm " + std::to_string(number);
    options.user = "Ann";
    options.watchAll = true;
    options.times.tick = 100ms;
    m_stations.push_back(std::make_unique<probe::LoadStation>(std::move(options), m_clock));
    m_stations.back()->start();
  }

  int liveStations() const {
    return static_cast<int>(std::count_if(m_stations.begin(), m_stations.end(),
                                          [](const auto& station) { return station->isLive(); }));
  }

  const std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();
  std::optional<Daemon> m_daemon;
  std::vector<std::unique_ptr<probe::LoadStation>> m_stations;
};

QTEST_GUILESS_MAIN(TestReconnectStorm)
#include "tst_reconnect_storm.moc"
