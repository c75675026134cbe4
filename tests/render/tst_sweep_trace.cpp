// SPDX-License-Identifier: GPL-3.0-or-later
// What a trace looks like.
#include <QtTest>

#include "sweep_scene.h"

using namespace vitalwall;
using namespace vitalwall::render;

class TestSweepTrace : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void emptyRingIsBlankPaper() {
    Scene scene(250, 40);
    QCOMPARE(scene.advance(), (ColumnRange{0, 40}));
    for (int x = 0; x < 40; ++x) QCOMPARE(scene.picture.inkIn(scene.column(x), kPaper), 4);
    QCOMPARE(scene.picture.at(0, 0), kOutside);
  }

  void eraseBarIsBlankAndAheadOfTheNewest() {
    Scene scene(250, 154);
    scene.append(250 * 4, 500);
    scene.advance();
    QCOMPARE(blankColumns(scene), 10);
    scene.append(8, 500);
    const ColumnRange change = scene.advance();
    for (int i = 0; i < change.count; ++i) {
      const bool drawn = i < change.count - 10;
      QCOMPARE(inkOf(scene, (change.first + i) % 154) > 0, drawn);
    }
  }

  void placeIsSourceTime() {
    // Two rates whose indices began at different moments, with the newest sample at one moment.
    Scene ecg(250, 154);
    Scene pleth(125, 154);
    ecg.next = 250 * 1000;
    pleth.next = 125 * 1000;
    ecg.append(250, 500);
    pleth.append(125, 500);
    ecg.append(1, 500);
    pleth.append(1, 500);
    ecg.advance();
    pleth.advance();
    QVERIFY(ecg.picture == pleth.picture);
  }

  void aLevelLineIsOnePenWide() {
    Scene scene(250, 154);
    scene.append(250, 500);
    const ColumnRange all = scene.advance();
    QCOMPARE(all.count, 154);
    const int x = lastInked(scene);
    // 54 rows: the middle is row 27, the pen 1.5 px, so two rows are inked at 3/4.
    QCOMPARE(scene.picture.at(scene.column(x), 2 + 26), (*ramp())[48]);
    QCOMPARE(scene.picture.at(scene.column(x), 2 + 27), (*ramp())[48]);
    QCOMPARE(inkOf(scene, x), 2);
  }

  void aSpikeOfOneSampleIsNeverLost_data() {
    QTest::addColumn<double>("rate");
    for (const double rate : {62.5, 250.0, 500.0, 1000.0, 4000.0})
      QTest::addRow("%g Hz", rate) << rate;
  }

  void aSpikeOfOneSampleIsNeverLost() {
    QFETCH(double, rate);
    for (std::size_t offset = 0; offset < 40; ++offset) {
      Scene scene(rate, 154);
      scene.append(static_cast<std::size_t>(rate / 2) + offset, 100);
      scene.append({1000});
      scene.append(static_cast<std::size_t>(rate / 4), 100);
      scene.advance();
      QVERIFY(topmostInk(scene) <= 1);
    }
  }

  void aGapIsEmpty_data() {
    QTest::addColumn<bool>("markedMissing");
    QTest::newRow("block never came") << false;
    QTest::newRow("samples marked missing") << true;
  }

  void aGapIsEmpty() {
    QFETCH(bool, markedMissing);
    Scene scene(250, 154);
    scene.append(125, 100);
    if (markedMissing)
      scene.append(50, kNoSample);
    else
      scene.skip(50);
    scene.append(100, 900);
    scene.advance();
    const int blank = blankColumns(scene);
    // 50 missing of 250/s are 18.9 columns (and one sample more); a round pen takes 1.5 of them.
    const int neverDrawn = 154 - drawnColumns(275);
    QVERIFY2(std::abs(blank - neverDrawn - 17) <= 1, qPrintable(QString::number(blank)));
  }

  void noLineJoinsTheEdgesOfAShortGap() {
    Scene scene(250, 154);
    scene.append(125, 0);
    scene.append({kNoSample});
    scene.append(125, 1000);
    scene.advance();
    for (int x = 0; x < 154; ++x)
      for (int y = 6; y < 48; ++y) QCOMPARE(scene.picture.at(scene.column(x), 2 + y), kPaper);
  }

  void aLoneSampleIsADot() {
    Scene scene(250, 154);
    scene.append(100, kNoSample);
    scene.append({500});
    scene.append(100, kNoSample);
    scene.advance();
    const int inked = 154 - blankColumns(scene);
    QVERIFY(inked == 2 || inked == 3);
  }

  void outOfRangeRunsAlongTheEdge_data() {
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("row");
    QTest::newRow("above") << 30000 << 0;
    QTest::newRow("below") << -30000 << 53;
  }

  void outOfRangeRunsAlongTheEdge() {
    QFETCH(int, value);
    QFETCH(int, row);
    Scene scene(250, 154);
    scene.append(250, static_cast<std::int16_t>(value));
    scene.advance();
    const int x = lastInked(scene);
    QCOMPARE(scene.picture.at(scene.column(x), 2 + row), kInk);
    QCOMPARE(inkOf(scene, x), 2);
  }

  void highResolutionIsTheSameCurveLarger() {
    // At twice the device pixels a level line is twice as wide and as far down.
    const SweepGeometry fine{{0, 0, 308, 108}, 2 * kPixelsPerSecond, 3.0, 20};
    WaveRing ring(250, 10);
    ring.append({{}, 0, 0, {}, std::vector<std::int16_t>(250, 500)});
    TestPicture picture(308, 108, kPaper);
    SweepTrace(channel(250), fine, ramp()).advance(ring, picture.view());
    QCOMPARE(picture.at(100, 52), (*ramp())[32]);
    QCOMPARE(picture.at(100, 53), kInk);
    QCOMPARE(picture.at(100, 54), kInk);
    QCOMPARE(picture.at(100, 55), (*ramp())[32]);
    QCOMPARE(picture.inkIn(100, kPaper), 4);
  }
};

QTEST_APPLESS_MAIN(TestSweepTrace)
#include "tst_sweep_trace.moc"
