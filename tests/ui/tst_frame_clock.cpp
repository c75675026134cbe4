// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QWidget>
#include <QtTest>

#include "ui/frame_clock.h"

using namespace vitalwall::ui;

class FrameClockTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void beatsByTheFrameWhileTheWindowIsSeen();
  void slowsDownWhenTheWindowIsHidden();
  void slowsDownWhenTheWindowIsMinimised();
};

void FrameClockTest::beatsByTheFrameWhileTheWindowIsSeen() {
  QWidget window;
  FrameClock clock(window);
  QVERIFY(clock.interval() == FrameClock::kHidden);
  window.show();
  QTRY_VERIFY(clock.interval() == FrameClock::kFrame);
  QSignalSpy ticks(&clock, &FrameClock::tick);
  QVERIFY(ticks.wait());
  QCOMPARE(ticks.constLast().at(0).toBool(), true);
}

void FrameClockTest::slowsDownWhenTheWindowIsHidden() {
  QWidget window;
  window.show();
  FrameClock clock(window);
  QVERIFY(clock.interval() == FrameClock::kFrame);
  window.hide();
  QTRY_VERIFY(clock.interval() == FrameClock::kHidden);
  QSignalSpy ticks(&clock, &FrameClock::tick);
  QVERIFY(ticks.wait());  // data is still taken
  QCOMPARE(ticks.constLast().at(0).toBool(), false);
}

void FrameClockTest::slowsDownWhenTheWindowIsMinimised() {
  QWidget window;
  window.show();
  FrameClock clock(window);
  window.setWindowState(Qt::WindowMinimized);
  QTRY_VERIFY(clock.interval() == FrameClock::kHidden);
  window.setWindowState(Qt::WindowNoState);
  QTRY_VERIFY(clock.interval() == FrameClock::kFrame);
}

QTEST_MAIN(FrameClockTest)
#include "tst_frame_clock.moc"
