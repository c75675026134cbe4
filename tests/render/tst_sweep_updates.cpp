// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing only what is new gives the picture that drawing everything gives.
#include <QtTest>
#include <random>

#include "sweep_scene.h"

using namespace vitalwall;
using namespace vitalwall::render;

namespace {

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

class TestSweepUpdates : public QObject {
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
};

QTEST_APPLESS_MAIN(TestSweepUpdates)
#include "tst_sweep_updates.moc"
