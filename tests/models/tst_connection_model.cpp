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

void ConnectionModelTest::rulesFollowTheServer() {
  const test::ManualClock clock;
  ConnectionModel link(clock);
  QCOMPARE(link.freshnessRule(), plainServerRule());
  LinkStatus extended;
  extended.extended = true;
  link.setStatus(extended);
  QCOMPARE(link.freshnessRule(), extendedServerRule());
}

QTEST_APPLESS_MAIN(ConnectionModelTest)
#include "tst_connection_model.moc"
