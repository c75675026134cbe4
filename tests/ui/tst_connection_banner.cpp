// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "support/manual_clock.h"
#include "ui/connection_banner.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;
using models::LinkPhase;

class ConnectionBannerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isThereAsLongAsTheLinkIsNot_data();
  void isThereAsLongAsTheLinkIsNot();
  void countsAttemptsAndSeconds();
  void buttonAsksToTryNow();
};

void ConnectionBannerTest::isThereAsLongAsTheLinkIsNot_data() {
  QTest::addColumn<LinkPhase>("phase");
  QTest::addColumn<bool>("isShown");
  QTest::addColumn<bool>("canRetry");
  QTest::newRow("down") << LinkPhase::Down << true << false;
  QTest::newRow("connecting") << LinkPhase::Connecting << true << false;
  QTest::newRow("syncing") << LinkPhase::Syncing << false << false;
  QTest::newRow("live") << LinkPhase::Live << false << false;
  QTest::newRow("stale") << LinkPhase::Stale << true << false;
  QTest::newRow("waiting") << LinkPhase::Waiting << true << true;
}

void ConnectionBannerTest::isThereAsLongAsTheLinkIsNot() {
  QFETCH(LinkPhase, phase);
  QFETCH(bool, isShown);
  QFETCH(bool, canRetry);
  const test::ManualClock clock;
  models::ConnectionModel link(clock);
  const ConnectionBanner banner(link, Theme::dark());
  models::LinkStatus status;
  status.phase = phase;
  status.sentence = QStringLiteral("What happened.");
  link.setStatus(status);
  QCOMPARE(!banner.isHidden(), isShown);
  QCOMPARE(!banner.findChild<QPushButton*>()->isHidden(), canRetry);
  QCOMPARE(banner.text(), QStringLiteral("What happened."));
}

void ConnectionBannerTest::countsAttemptsAndSeconds() {
  test::ManualClock clock;
  models::ConnectionModel link(clock);
  ConnectionBanner banner(link, Theme::dark());
  models::LinkStatus status;
  status.phase = LinkPhase::Waiting;
  status.attempt = 3;
  status.retryIn = 4s;
  link.setStatus(status);
  QVERIFY2(banner.text().startsWith(QStringLiteral("Attempt 4")), qPrintable(banner.text()));
  QVERIFY2(banner.text().contains(QStringLiteral("4 s")), qPrintable(banner.text()));
  clock.advance(2500ms);
  banner.refresh();
  QVERIFY2(banner.text().contains(QStringLiteral("2 s")), qPrintable(banner.text()));
}

void ConnectionBannerTest::buttonAsksToTryNow() {
  const test::ManualClock clock;
  models::ConnectionModel link(clock);
  ConnectionBanner banner(link, Theme::dark());
  models::LinkStatus status;
  status.phase = LinkPhase::Waiting;
  link.setStatus(status);
  QSignalSpy asked(&banner, &ConnectionBanner::retryRequested);
  banner.findChild<QPushButton*>()->click();
  QCOMPARE(asked.count(), 1);
}

QTEST_MAIN(ConnectionBannerTest)
#include "tst_connection_banner.moc"
