// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <random>

#include "render/sweep_trace.h"
#include "test_picture.h"

using namespace vitalwall;
using namespace vitalwall::render;

namespace {

constexpr Rgb kPaper = 0xff101418;
constexpr Rgb kInk = 0xff2ee06a;
constexpr Rgb kOutside = 0xff7f007f;
constexpr double kPixelsPerSecond = 94.5;

std::shared_ptr<const InkRamp> ramp() {
  return std::make_shared<const InkRamp>(kInk, kPaper);
}

/// 0 .. 1000 counts are 0 .. 1 in a display range of 0 .. 1.
WaveChannel channel(double rate) {
  return {mdc::kPleth, "Pleth", Unit::Dimensionless, rate, 0.001, 0, 0, 1};
}

/// A trace, its ring and its picture, with a frame of the picture around the trace.
struct Scene {
  Scene(double rate, int width, int height = 54, double penWidth = 1.5)
      : ring(rate, 3.0 * width / kPixelsPerSecond + 2),
        geometry{{3, 2, 3 + width, 2 + height}, kPixelsPerSecond, penWidth, 10},
        trace(channel(rate), geometry, ramp()),
        picture(width + 6, height + 4, kOutside) {}

  void append(std::vector<std::int16_t> samples) {
    const auto first = next;
    next += samples.size();
    ring.append({{}, 0, first, stampOf(first), std::move(samples)});
  }
  void append(std::size_t count, std::int16_t value) {
    append(std::vector<std::int16_t>(count, value));
  }
  void skip(std::size_t count) { next += count; }
  ColumnRange advance() { return trace.advance(ring, picture.view()); }

  WallTime stampOf(std::uint64_t sample) const {
    return WallTime(
        milliseconds(1'700'000'000'000 + std::llround(sample * 1000.0 / ring.samplesPerSecond())));
  }
  /// The same state drawn at once on a fresh picture.
  TestPicture drawnAtOnce() const {
    TestPicture fresh(geometry.area.width() + 6, geometry.area.height() + 4, kOutside);
    SweepTrace(channel(ring.samplesPerSecond()), geometry, ramp()).advance(ring, fresh.view());
    return fresh;
  }
  int column(int x) const { return geometry.area.left + x; }

  WaveRing ring;
  SweepGeometry geometry;
  SweepTrace trace;
  TestPicture picture;
  std::uint64_t next = 0;
};

/// A noisy curve with spikes, dropouts and pauses, a few samples at a time.
class RandomFeed {
 public:
  explicit RandomFeed(Scene& scene, unsigned seed) : m_scene(scene), m_random(seed) {}

  void step() {
    if (m_random() % 97 == 0) m_scene.skip(m_random() % 60);
    if (m_random() % 997 == 0) m_scene.skip(5000);
    std::vector<std::int16_t> samples(m_random() % 12);
    for (auto& sample : samples) sample = nextSample();
    if (!samples.empty()) m_scene.append(std::move(samples));
  }

 private:
  std::int16_t nextSample() {
    m_level += static_cast<int>(m_random() % 81) - 40;
    m_level = std::clamp(m_level, -200, 1200);
    if (m_random() % 50 == 0) return 1000;
    if (m_random() % 60 == 0) return kNoSample;
    return static_cast<std::int16_t>(m_level);
  }

  Scene& m_scene;
  std::mt19937 m_random;
  int m_level = 500;
};

}  // namespace

class TestSweepTrace : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void incrementalEqualsDrawnAtOnce_data() {
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("penWidth");
    for (const double rate : {62.5, 125.0, 250.0, 500.0, 1000.0})
      for (const int width : {37, 154, 400})
        for (const double pen : {1.0, 1.5, 3.0})
          QTest::addRow("%g Hz, %d px, pen %g", rate, width, pen) << rate << width << pen;
  }
  void incrementalEqualsDrawnAtOnce() {
    QFETCH(double, rate);
    QFETCH(int, width);
    QFETCH(double, penWidth);
    Scene scene(rate, width, 54, penWidth);
    RandomFeed feed(scene, 5);
    for (int frame = 0; frame < 700; ++frame) {
      feed.step();
      scene.advance();
      if (frame % 50 == 49) QVERIFY(scene.picture == scene.drawnAtOnce());
    }
  }

  void repaintOfAnyPartRestoresIt() {
    Scene scene(250, 154);
    RandomFeed feed(scene, 9);
    for (int frame = 0; frame < 300; ++frame) {
      feed.step();
      scene.advance();
    }
    const TestPicture before = scene.picture;
    std::mt19937 random(3);
    for (int round = 0; round < 100; ++round) {
      const int left = static_cast<int>(random() % 150);
      const int top = static_cast<int>(random() % 50);
      const PixelRect part{left, top, left + 1 + static_cast<int>(random() % 10), top + 6};
      const PixelRect damaged = part.intersected(scene.geometry.area);
      for (int y = damaged.top; y < damaged.bottom; ++y)
        for (int x = damaged.left; x < damaged.right; ++x)
          *scene.picture.view().at(x, y) = kOutside;
      scene.trace.repaint(scene.ring, scene.picture.view(part));
      QVERIFY(scene.picture == before);
    }
  }

  void advancingUnseenThenRepaintingIsTheSame() {
    Scene seen(250, 154);
    RandomFeed feed(seen, 21);
    SweepTrace hidden(channel(250), seen.geometry, ramp());
    for (int frame = 0; frame < 300; ++frame) {
      feed.step();
      seen.advance();
      hidden.advance(seen.ring, {});
    }
    TestPicture picture(160, 58, kOutside);
    hidden.repaint(seen.ring, picture.view());
    QVERIFY(picture == seen.picture);
  }

  void onlyTheReportedColumnsChange() {
    Scene scene(250, 154);
    RandomFeed feed(scene, 2);
    for (int frame = 0; frame < 400; ++frame) {
      const TestPicture before = scene.picture;
      feed.step();
      const ColumnRange expected = scene.trace.pending(scene.ring);
      const ColumnRange change = scene.advance();
      QCOMPARE(change, expected);
      for (int x = 0; x < 154; ++x) {
        const bool reported = (x - change.first + 154) % 154 < change.count;
        for (int y = 0; !reported && y < 58; ++y)
          QCOMPARE(scene.picture.at(scene.column(x), y), before.at(scene.column(x), y));
      }
    }
  }

  void nothingNewChangesNothing() {
    Scene scene(250, 154);
    scene.append(100, 500);
    QVERIFY(!scene.advance().isEmpty());
    QVERIFY(scene.trace.pending(scene.ring).isEmpty());
    QVERIFY(scene.advance().isEmpty());
  }

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

  void aLateBlockIsDrawnInItsPlace() {
    Scene scene(250, 154);
    scene.append(100, 500);
    const auto lateAt = scene.next;
    scene.skip(50);
    scene.append(100, 500);
    scene.advance();
    scene.ring.append({{}, 0, lateAt, {}, std::vector<std::int16_t>(50, 500)});
    QCOMPARE(scene.advance(), (ColumnRange{0, 154}));
    QVERIFY(scene.picture == scene.drawnAtOnce());
    QVERIFY(std::abs(blankColumns(scene) - (154 - drawnColumns(250))) <= 1);
  }

  void aNewEpochStartsAgain() {
    Scene scene(250, 154);
    scene.append(5000, 100);
    scene.advance();
    scene.next = 0;
    scene.append(50, 900);
    scene.advance();
    QVERIFY(scene.picture == scene.drawnAtOnce());
    QVERIFY(std::abs(blankColumns(scene) - (154 - drawnColumns(50))) <= 1);
  }

  void clearedRingIsBlankAgain() {
    Scene scene(250, 154);
    scene.append(500, 100);
    scene.advance();
    scene.ring.clear();
    scene.advance();
    QCOMPARE(blankColumns(scene), 154);
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

 private:
  /// Inked pixels of the trace's column x.
  static int inkOf(const Scene& scene, int x) {
    return scene.picture.inkIn(scene.column(x), kPaper) - 4;  // less the frame above and below
  }
  static int lastInked(const Scene& scene) {
    int last = -1;
    for (int x = 0; x < 154; ++x)
      if (inkOf(scene, x) > 0 && inkOf(scene, (x + 1) % 154) == 0) last = x;
    return last;
  }
  static int topmostInk(const Scene& scene) {
    for (int y = 0; y < 54; ++y)
      for (int x = 0; x < 154; ++x)
        if (scene.picture.at(scene.column(x), 2 + y) != kPaper) return y;
    return 54;
  }
  static int blankColumns(const Scene& scene) {
    int blank = 0;
    for (int x = 0; x < 154; ++x) blank += inkOf(scene, x) == 0 ? 1 : 0;
    return blank;
  }
  /// Columns that `samples` at 250 Hz ink, give or take one; the last 1.75 are still to come.
  static int drawnColumns(int samples) {
    return static_cast<int>(std::lround((samples - 1) / 250.0 * kPixelsPerSecond));
  }
};

QTEST_APPLESS_MAIN(TestSweepTrace)
#include "tst_sweep_trace.moc"
