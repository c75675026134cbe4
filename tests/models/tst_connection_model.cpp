// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QtTest>

#include "models/connection_model.h"
#include "support/manual_clock.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::models;

class ConnectionModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void onlyAChangeIsSignalled();
  void countsDownToTheNextAttempt();
  void rulesFollowTheServer_data();
  void rulesFollowTheServer();
};

void ConnectionModelTest::onlyAChangeIsSignalled() {
  const test::ManualClock clock;
  ConnectionModel link(clock);
  QSignalSpy changes(&link, &ConnectionModel::changed);
  LinkStatus live;
  live.phase = LinkPhase::Live;
  link.setStatus(live);
  link.setStatus(live);
  QCOMPARE(changes.count(), 1);
  QCOMPARE(link.status(), live);
}

void ConnectionModelTest::countsDownToTheNextAttempt() {
  test::ManualClock clock;
  ConnectionModel link(clock);
  QVERIFY(!link.retryIn());
  LinkStatus waiting;
  waiting.phase = LinkPhase::Waiting;
  waiting.retryIn = 4s;
  link.setStatus(waiting);
  clock.advance(1500ms);
  QVERIFY(link.retryIn() == 2500ms);
  clock.advance(10s);
  QVERIFY(link.retryIn() == 0ms);
}

void ConnectionModelTest::rulesFollowTheServer_data() {
  QTest::addColumn<LinkPhase>("phase");
  QTest::addColumn<bool>("extended");
  QTest::addColumn<bool>("maySilent15s");
  QTest::newRow("never met") << LinkPhase::Down << false << false;
  QTest::newRow("extended") << LinkPhase::Live << true << false;
  QTest::newRow("plain") << LinkPhase::Live << false << true;
  QTest::newRow("plain, silent") << LinkPhase::Stale << false << true;
  QTest::newRow("plain, lost") << LinkPhase::Waiting << false << false;
  QTest::newRow("plain, reconnecting") << LinkPhase::Connecting << false << false;
  QTest::newRow("not known yet") << LinkPhase::Syncing << false << false;
}

void ConnectionModelTest::rulesFollowTheServer() {
  QFETCH(LinkPhase, phase);
  QFETCH(bool, extended);
  QFETCH(bool, maySilent15s);
  const test::ManualClock clock;
  ConnectionModel link(clock);
  LinkStatus status;
  status.phase = phase;
  status.extended = extended;
  link.setStatus(status);
  QCOMPARE(link.freshnessRule(), maySilent15s ? plainServerRule() : extendedServerRule());
}

QTEST_APPLESS_MAIN(ConnectionModelTest)
#include "tst_connection_model.moc"
