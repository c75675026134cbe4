// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "ui/heartbeat.h"
#include "ui/top_bar.h"
#include "ui/ward_fixture.h"

using namespace std::chrono_literals;
using namespace vitalwall;
using namespace vitalwall::ui;

class TopBarTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void heartBeatsOnceASecondWhileFramesAreDrawn();
  void heartStandsStillWithoutFrames();
  void hiddenHeartDoesNotBeat();
  void linkIsToldWithTheAgeOfTheData();
  void linkTellsALoss();
  void buttonNamesItsTarget();
};

void TopBarTest::heartBeatsOnceASecondWhileFramesAreDrawn() {
  ui::Heartbeat heart;
  heart.show();
  QVERIFY(QTest::qWaitForWindowExposed(&heart));
  SteadyTime now(1h);
  for (int frame = 0; frame < 10; ++frame) {
    heart.onFrameDrawn(now += 500ms);
    heart.repaint();
  }
  QCOMPARE(heart.beats(), 5);
}

void TopBarTest::heartStandsStillWithoutFrames() {
  ui::Heartbeat heart;
  heart.show();
  QVERIFY(QTest::qWaitForWindowExposed(&heart));
  for (int paint = 0; paint < 10; ++paint) heart.repaint();
  QCOMPARE(heart.beats(), 0);
}

void TopBarTest::hiddenHeartDoesNotBeat() {
  ui::Heartbeat heart;
  SteadyTime now(1h);
  for (int frame = 0; frame < 10; ++frame) heart.onFrameDrawn(now += 500ms);
  QCoreApplication::processEvents();
  QCOMPARE(heart.beats(), 0);
}

void TopBarTest::linkIsToldWithTheAgeOfTheData() {
  test::WardFixture fixture;
  const auto patient = fixture.addBed("Bed 1");
  TopBar bar(fixture.ward, Theme::dark(), {});
  QVERIFY2(bar.linkText().contains(QStringLiteral("icu:50051: live")), qPrintable(bar.linkText()));
  QVERIFY(!bar.linkText().contains(QStringLiteral("old")));
  fixture.receive(patient.id, {test::makeNumeric(mdc::kHeartRate, 80)});
  fixture.clock.advance(2s);
  bar.onFrameDrawn(fixture.clock.steadyNow());
  QVERIFY2(bar.linkText().endsWith(QStringLiteral("data 2 s old")), qPrintable(bar.linkText()));
}

void TopBarTest::linkTellsALoss() {
  test::WardFixture fixture;
  const TopBar bar(fixture.ward, Theme::dark(), {});
  fixture.loseLink();
  QVERIFY2(bar.linkText().contains(QStringLiteral("connection lost")), qPrintable(bar.linkText()));
}

void TopBarTest::buttonNamesItsTarget() {
  test::WardFixture fixture;
  TopBar bar(fixture.ward, Theme::dark(), QStringLiteral("Kim"));
  auto* button = bar.findChild<QPushButton*>(QStringLiteral("acknowledge"));
  QCOMPARE(button->text(), QStringLiteral("Choose alarm  (A)"));
  bar.setAcknowledgeTarget(QStringLiteral("Bed 7"));
  QCOMPARE(button->text(), QStringLiteral("Acknowledge Bed 7  (A)"));
  QSignalSpy asked(&bar, &TopBar::acknowledgeRequested);
  button->click();
  QCOMPARE(asked.count(), 1);
  bar.setAcknowledgeEnabled(false);
  button->click();
  QCOMPARE(asked.count(), 1);
}

QTEST_MAIN(TopBarTest)
#include "tst_top_bar.moc"
