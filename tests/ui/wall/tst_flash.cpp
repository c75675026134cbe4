// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "ui/wall/flash.h"

using namespace vitalwall;
using namespace vitalwall::ui;
using std::chrono::milliseconds;

class TestFlash : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// IEC 60601-1-8, table 2: flashing frequency and duty cycle of indicator lights.
  void meetsTheStandard_data() {
    QTest::addColumn<AlertPriority>("priority");
    QTest::addColumn<double>("lowestHertz");
    QTest::addColumn<double>("highestHertz");
    QTest::newRow("high") << AlertPriority::High << 1.4 << 2.8;
    QTest::newRow("medium") << AlertPriority::Medium << 0.4 << 0.8;
  }
  void meetsTheStandard() {
    QFETCH(AlertPriority, priority);
    QFETCH(double, lowestHertz);
    QFETCH(double, highestHertz);
    constexpr int kSeconds = 100;
    int rises = 0;
    int bright = 0;
    bool last = false;
    for (int ms = 0; ms < kSeconds * 1000; ++ms) {
      const bool now = FlashPhase::at(FrameTime(milliseconds(ms))).isBright(priority);
      rises += now && !last ? 1 : 0;
      bright += now ? 1 : 0;
      last = now;
    }
    const double hertz = double(rises) / kSeconds;
    const double duty = bright / (kSeconds * 1000.0);
    QVERIFY2(hertz >= lowestHertz && hertz <= highestHertz, qPrintable(QString::number(hertz)));
    QVERIFY2(duty >= 0.2 && duty <= 0.6, qPrintable(QString::number(duty)));
  }

  void lowIsSteady() {
    for (int ms = 0; ms < 10'000; ms += 7)
      QVERIFY(FlashPhase::at(FrameTime(milliseconds(ms))).isBright(AlertPriority::Low));
  }
};

QTEST_APPLESS_MAIN(TestFlash)
#include "tst_flash.moc"
