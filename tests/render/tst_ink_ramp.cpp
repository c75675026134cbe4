// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "render/ink_ramp.h"

using vitalwall::render::InkRamp;

class TestInkRamp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void endsAreTheTwoColours() {
    const InkRamp ramp(0xff12e04b, 0xff080a0c);
    QCOMPARE(ramp.paper(), 0xff080a0cu);
    QCOMPARE(ramp[0], 0xff080a0cu);
    QCOMPARE(ramp.ink(), 0xff12e04bu);
    QCOMPARE(ramp[InkRamp::kFull], 0xff12e04bu);
  }

  void halfCoverageIsBlendedAtGamma() {
    const InkRamp ramp(0xffffffff, 0xff000000);
    const auto grey = ramp[InkRamp::kFull / 2] & 0xff;
    QCOMPARE(grey, 174u);  // 255 * 0.5^(1/1.8)
    QCOMPARE(ramp[InkRamp::kFull / 2], 0xff000000u | grey << 16 | grey << 8 | grey);
  }

  void neverTurnsBack_data() {
    QTest::addColumn<quint32>("ink");
    QTest::addColumn<quint32>("paper");
    QTest::newRow("light on dark") << 0xff00ff80u << 0xff101010u;
    QTest::newRow("dark on light") << 0xff005020u << 0xffffffffu;
  }
  void neverTurnsBack() {
    QFETCH(quint32, ink);
    QFETCH(quint32, paper);
    const InkRamp ramp(ink, paper);
    const bool rising = (ink >> 8 & 0xff) > (paper >> 8 & 0xff);
    for (int i = 1; i <= InkRamp::kFull; ++i) {
      const auto before = ramp[i - 1] >> 8 & 0xff;
      const auto here = ramp[i] >> 8 & 0xff;
      QVERIFY(rising ? here >= before : here <= before);
    }
  }
};

QTEST_APPLESS_MAIN(TestInkRamp)
#include "tst_ink_ramp.moc"
