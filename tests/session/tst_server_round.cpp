// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <set>

#include "session/server_round.h"

using namespace vitalwall::session;

namespace {
using Names = std::vector<std::string>;

const Names kThree{"a:1", "b:2", "c:3"};

ServerRound roundOf(const Names& servers, std::uint64_t seed = 1) {
  return {servers, std::mt19937_64(seed)};
}
}  // namespace

/// In which order a station asks the servers of its installation.
class TestServerRound : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyServerIsSomeStationsFirst();
  void oneSeedIsOneOrder();
  void asksEachOnceThenWaits();
  void aSingleServerIsAskedAgainAfterAPause();
  void passesOverThoseThatRefused();
  void renewalForgets();
  void installationHasOneName_data();
  void installationHasOneName();
};

void TestServerRound::everyServerIsSomeStationsFirst() {
  std::map<std::string, int> firsts;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    auto order = roundOf(kThree, seed).order();
    ++firsts[order.front()];
    std::ranges::sort(order);
    QCOMPARE(order, kThree);
  }
  for (const auto& server : kThree)
    QVERIFY2(firsts[server] >= 70, qPrintable(QString::number(firsts[server])));
}

void TestServerRound::oneSeedIsOneOrder() {
  QCOMPARE(roundOf({"c:3", "a:1", "b:2", "a:1"}, 7).order(), roundOf(kThree, 7).order());
}

void TestServerRound::asksEachOnceThenWaits() {
  auto round = roundOf(kThree);
  const auto order = round.order();
  for (int repetition = 0; repetition < 2; ++repetition) {
    QCOMPARE(round.current(), order[0]);
    QVERIFY(round.advance());
    QCOMPARE(round.current(), order[1]);
    QVERIFY(round.advance());
    QCOMPARE(round.current(), order[2]);
    QVERIFY2(!round.advance(), "A round is over when each was asked.");
  }
}

void TestServerRound::aSingleServerIsAskedAgainAfterAPause() {
  auto round = roundOf({"a:1"});
  QVERIFY(!round.advance());
  QCOMPARE(round.current(), std::string("a:1"));
}

void TestServerRound::passesOverThoseThatRefused() {
  auto round = roundOf(kThree);
  const auto order = round.order();
  round.refuse();
  QVERIFY(round.advance());
  QVERIFY(round.advance());
  QVERIFY(!round.advance());
  QCOMPARE(round.current(), order[1]);
  round.refuse();
  QVERIFY(round.advance());
  QCOMPARE(round.current(), order[2]);
  QVERIFY2(!round.advance(), "The only one left waits for the next round, too.");
  QCOMPARE(round.current(), order[2]);
  QVERIFY(!round.isRefusedByAll());
  round.refuse();
  QVERIFY(round.isRefusedByAll());
}

void TestServerRound::renewalForgets() {
  auto round = roundOf(kThree);
  const auto order = round.order();
  round.refuse();
  round.advance();
  round.advance();
  round.renew();
  QCOMPARE(round.current(), order[2]);
  QVERIFY(round.advance());
  QCOMPARE(round.current(), order[0]);
}

void TestServerRound::installationHasOneName_data() {
  QTest::addColumn<QStringList>("servers");
  QTest::addColumn<QString>("name");
  const auto row = [](const char* servers, const char* name) {
    QTest::newRow(servers) << QString::fromLatin1(servers).split(u' ') << QString::fromLatin1(name);
  };
  row("icu:1", "icu:1");
  row("a:1 b:2", "a:1,b:2");
  row("b:2 a:1", "a:1,b:2");
  row("b:2 a:1 b:2", "a:1,b:2");
}

void TestServerRound::installationHasOneName() {
  QFETCH(QStringList, servers);
  QFETCH(QString, name);
  Names names;
  for (const auto& server : servers) names.push_back(server.toStdString());
  QCOMPARE(QString::fromStdString(installationName(names)), name);
}

QTEST_APPLESS_MAIN(TestServerRound)
#include "tst_server_round.moc"
