// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>

#include "integration/daemon.h"
#include "integration/station.h"
#include "support/queued_values.h"

using namespace Qt::Literals::StringLiterals;
using namespace vitalwall;
using namespace vitalwall::integration;
using session::CommandProgress;
using session::CommandStage;
using session::MonitorClient;

namespace {

constexpr int kPatienceMs = 20'000;
constexpr int kBeds = 8;

/// Two real servers that monitor the same patients.
class Installation {
 public:
  QStringList addresses() const { return {m_first.address(), m_second.address()}; }
  LineProcess& at(const QString& address) {
    return (address == m_first.address() ? m_first : m_second).process();
  }

 private:
  Daemon m_first{u"sim:%1"_s.arg(kBeds)};
  Daemon m_second{u"sim:%1"_s.arg(kBeds)};
};

QString serverOf(const Station& station) {
  return station.ward().link().status().server;
}

/// Milliseconds until `station` is live through another server than `left`.
qint64 timeToLeave(const Station& station, const QString& left) {
  QElapsedTimer timer;
  timer.start();
  const auto isThere = [&] { return station.isLive() && serverOf(station) != left; };
  return QTest::qWaitFor(isThere, kPatienceMs) ? timer.elapsed() : kPatienceMs;
}

}  // namespace

/// A station of an installation with two servers, when the one that serves it fails: real programs,
/// real signals. The limits are those of the fault table (reliability): a hung server is left
/// within 5 s, one that dies or stops within 1 s.
class TestFailoverDaemons : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void leavesAServerThatFails_data();
  void leavesAServerThatFails();
  void aPendingCommandReachesTheOtherServer();
  void startsAlthoughOneServerHangs();
};

void TestFailoverDaemons::leavesAServerThatFails_data() {
  using Fault = void (*)(LineProcess&);
  QTest::addColumn<Fault>("fault");
  QTest::addColumn<int>("limit");
  QTest::newRow("killed") << Fault([](LineProcess& server) { server.kill(); }) << 1000;
  QTest::newRow("told to stop") << Fault([](LineProcess& server) { server.terminate(); }) << 1000;
  QTest::newRow("hung") << Fault([](LineProcess& server) { server.hang(); }) << 5000;
}

void TestFailoverDaemons::leavesAServerThatFails() {
  using Fault = void (*)(LineProcess&);
  QFETCH(Fault, fault);
  QFETCH(int, limit);
  Installation installation;
  const Station station(installation.addresses(), "Ada");
  QVERIFY(QTest::qWaitFor([&] { return station.isLive(); }, kPatienceMs));
  QTRY_VERIFY_WITH_TIMEOUT(station.samples() > 0, kPatienceMs);
  const auto left = serverOf(station);
  const auto ends = station.snapshotEnds();
  fault(installation.at(left));
  const auto took = timeToLeave(station, left);
  qInfo("live through the other server after %lld ms", static_cast<long long>(took));
  QVERIFY2(took <= limit, qPrintable(QString::number(took)));
  QVERIFY(station.snapshotEnds() >= ends + kBeds);
  const auto samples = station.samples();
  QTRY_VERIFY_WITH_TIMEOUT(station.samples() > samples, kPatienceMs);
}

void TestFailoverDaemons::aPendingCommandReachesTheOtherServer() {
  Installation installation;
  session::ClientOptions options;
  options.servers.clear();
  for (const auto& address : installation.addresses())
    options.servers.push_back(address.toStdString());
  session::ClientThread client(options);
  test::QueuedValues statuses(client.client(), &MonitorClient::statusChanged);
  test::QueuedValues lists(client.client(), &MonitorClient::patientsListed);
  test::QueuedValues progress(client.client(), &MonitorClient::commandProgressed);
  client.start();
  const auto isLive = [&] {
    return !statuses.isEmpty() && statuses.last().state == session::LinkState::Live;
  };
  QVERIFY(QTest::qWaitFor(isLive, kPatienceMs));
  const auto left = statuses.last().server;
  installation.at(left).hang();
  const auto id = client.writer().send(PauseAudio{lists.last().front().id});
  const auto isDone = [&] {
    return !progress.isEmpty() && progress.last().stage == CommandStage::Confirmed;
  };
  QVERIFY(QTest::qWaitFor(isDone, kPatienceMs));
  QCOMPARE(progress.last().command.id, id);
  QVERIFY(statuses.last().server != left);
}

void TestFailoverDaemons::startsAlthoughOneServerHangs() {
  Installation installation;
  installation.at(installation.addresses()[0]).hang();
  // Whichever of the two each station asks first.
  for (int number = 0; number < 4; ++number) {
    const Station station(installation.addresses(), "Ada");
    QElapsedTimer timer;
    timer.start();
    QVERIFY(QTest::qWaitFor([&] { return station.isLive(); }, kPatienceMs));
    QVERIFY2(timer.elapsed() <= 5000, qPrintable(QString::number(timer.elapsed())));
  }
}

QTEST_GUILESS_MAIN(TestFailoverDaemons)
#include "tst_failover_daemons.moc"
