// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBackingStore>
#include <QVBoxLayout>
#include <QtTest>
#include <algorithm>

#include "support/demo_ward.h"
#include "ui/wall/wall_widget.h"

using namespace vitalwall;
using namespace vitalwall::ui;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr double kStartSeconds = 12;
constexpr FrameTime kBright{milliseconds(0)};  ///< both flashing priorities are bright
constexpr FrameTime kHighDark{milliseconds(300)};

/// Largest difference of any colour channel of any pixel, 0 to 255.
int largestDifference(const QImage& a, const QImage& b) {
  int largest = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.bytesPerLine(); ++x)
      largest = std::max(largest, std::abs(a.constScanLine(y)[x] - b.constScanLine(y)[x]));
  return largest;
}

/// What is really on a window's surface.
QImage surfaceOf(const QWidget& window) {
  return static_cast<const QImage*>(window.backingStore()->paintDevice())->copy();
}

/// A shown wall of made-up patients, alone in its window or beside other widgets.
struct ShownWall {
  explicit ShownWall(int tiles, QSize size = {960, 540})
      : ward(tiles, Theme::dark(), 30), wall(Theme::dark()) {
    ward.advanceTo(now);
    wall.resize(size);
    wall.setTileCount(tiles);
    for (int tile = 0; tile < tiles; ++tile) {
      wall.setContent(tile, ward.content(tile));
      wall.setTraces(tile, ward.traces(tile));
    }
    wall.show();
    if (!QTest::qWaitForWindowExposed(&wall)) qFatal("the wall was never shown");
    wall.frame(kBright);
  }

  void advance(double seconds) {
    now += seconds;
    ward.advanceTo(now);
    wall.frame(kBright);
  }
  QImage surface() const { return surfaceOf(wall); }
  /// Whether drawing everything anew changes nothing that could be seen. Qt smooths very large
  /// digits a little differently under another clip; a lost or stale pixel differs by more.
  bool equalsDrawnAnew() {
    const QImage before = surface();
    wall.repaint();
    return largestDifference(before, surface()) <= 24;
  }
  QImage part(const QRect& rect) const {
    const double ratio = wall.devicePixelRatioF();
    return surface().copy(QRectF(rect.topLeft() * ratio, QSizeF(rect.size()) * ratio).toRect());
  }

  test::DemoWard ward;
  WallWidget wall;
  double now = kStartSeconds;
};

/// Counts the painted area, like a peer that the surface is flushed to.
class PaintLog : public QObject {
 public:
  QRegion region;

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() == QEvent::Paint) region += static_cast<QPaintEvent*>(event)->region();
    return false;
  }
};

int pixelsOf(const QRegion& region) {
  int sum = 0;
  for (const QRect& rect : region) sum += rect.width() * rect.height();
  return sum;
}

int pixelsOf(const QImage& image, const QColor& colour) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    count += int(std::count(row, row + image.width(), colour.rgb()));
  }
  return count;
}

bool hasColour(const QImage& image, const QColor& colour) {
  return pixelsOf(image, colour) > 0;
}

/// Bounding box, in device-independent pixels, of what differs between two surfaces.
QRect difference(const QImage& a, const QImage& b, double ratio) {
  QRect box;
  for (int y = 0; y < a.height(); ++y) {
    const auto* rowA = reinterpret_cast<const QRgb*>(a.constScanLine(y));
    const auto* rowB = reinterpret_cast<const QRgb*>(b.constScanLine(y));
    for (int x = 0; x < a.width(); ++x)
      if (rowA[x] != rowB[x]) box |= QRect(int(x / ratio), int(y / ratio), 1, 1);
  }
  return box;
}

}  // namespace

class TestWallWidget : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void incrementalSurfaceEqualsDrawnAnew_data() {
    QTest::addColumn<int>("tiles");
    for (const int tiles : {1, 5, 16, 64}) QTest::addRow("%d tiles", tiles) << tiles;
  }
  void incrementalSurfaceEqualsDrawnAnew() {
    QFETCH(int, tiles);
    ShownWall shown(tiles);
    for (int frame = 0; frame < 150; ++frame) {
      shown.advance(0.016);
      if (frame % 30 == 7) changeSomething(shown, frame);
    }
    shown.wall.frame(kBright);
    QVERIFY(shown.equalsDrawnAnew());
  }

  void onlyStripsArePaintedForWaves() {
    ShownWall shown(64, {1920, 1080});
    shown.advance(0.016);
    PaintLog log;
    shown.wall.installEventFilter(&log);
    shown.advance(0.016);
    QVERIFY(!log.region.isEmpty());
    // Ten columns of erase bar and two new ones, in eight columns of tiles, with a pixel to spare.
    QVERIFY2(pixelsOf(log.region) <= 8 * 16 * 1080,
             qPrintable(QString::number(pixelsOf(log.region))));
    QVERIFY(log.region.rectCount() <= 16);
  }

  void nothingNewPaintsNothing() {
    ShownWall shown(16);
    PaintLog log;
    shown.wall.installEventFilter(&log);
    shown.wall.frame(kBright);
    QVERIFY(log.region.isEmpty());
    shown.wall.setContent(3, shown.ward.content(3));
    shown.wall.frame(kBright);
    QVERIFY(log.region.isEmpty());
  }

  void aNewValuePaintsItsCellOnly() {
    ShownWall shown(16, {1920, 1080});
    const QImage before = shown.surface();
    TileContent content = shown.ward.content(5);
    content.numerics[0].value = u"123"_s;
    PaintLog log;
    shown.wall.installEventFilter(&log);
    shown.wall.setContent(5, content);
    QVERIFY(log.region.isEmpty());
    shown.wall.frame(kBright);
    const QRect tile = shown.wall.tileRect(5);
    QVERIFY(QRegion(tile).subtracted(log.region) != QRegion(tile));
    QVERIFY(pixelsOf(log.region) < tile.width() * tile.height() / 5);
    const QRect changed = difference(before, shown.surface(), shown.wall.devicePixelRatioF());
    QVERIFY(!changed.isEmpty());
    QVERIFY(log.region.boundingRect().contains(changed));
  }

  void highAlarmsFlashInColour() {
    ShownWall shown(2, {1200, 400});
    TileContent content = shown.ward.content(0);
    content.alarm = TileAlarm{AlertPriority::High, u"HR 134 > 120"_s, false, 0};
    content.numerics[0].alarm = AlertPriority::High;
    shown.wall.setContent(0, content);
    shown.wall.frame(kBright);
    const QRect tile = shown.wall.tileRect(0);
    const int redWhenBright = redPixels(shown.part(tile));
    shown.wall.frame(kHighDark);
    const int redWhenDark = redPixels(shown.part(tile));
    QVERIFY(redWhenBright > 4 * redWhenDark);
    QVERIFY(redWhenDark > 0);  // the border stays, so that the bed is never without its mark
    shown.wall.frame(kBright);
    QCOMPARE(redPixels(shown.part(tile)), redWhenBright);
  }

  void acknowledgedAlarmsAreSteady() {
    ShownWall shown(2, {1200, 400});
    TileContent content = shown.ward.content(0);
    content.alarm = TileAlarm{AlertPriority::High, u"HR 134 > 120"_s, true, 0};
    shown.wall.setContent(0, content);
    shown.wall.frame(kBright);
    const QImage bright = shown.part(shown.wall.tileRect(0));
    shown.wall.frame(kHighDark);
    QCOMPARE(shown.part(shown.wall.tileRect(0)), bright);
  }

  void everyFreshnessLooksDifferent() {
    ShownWall shown(1, {600, 340});
    TileContent content = shown.ward.content(0);
    std::vector<QImage> looks;
    for (const Freshness freshness : {Freshness::Fresh, Freshness::Dimmed, Freshness::Lost}) {
      content.numerics[0].freshness = freshness;
      content.numerics[0].ageText = u"5 s"_s;
      shown.wall.setContent(0, content);
      shown.wall.frame(kBright);
      looks.push_back(shown.surface());
    }
    QVERIFY(looks[0] != looks[1]);
    QVERIFY(looks[1] != looks[2]);
    QVERIFY(looks[0] != looks[2]);
    // The value itself must be gone when lost: other digits make no other picture.
    content.numerics[0].value = u"999"_s;
    shown.wall.setContent(0, content);
    shown.wall.frame(kBright);
    QCOMPARE(shown.surface(), looks[2]);
  }

  /// Also in the narrowest cell the age is there: another age makes another picture.
  void everyShownStaleValueHasItsAge() {
    ShownWall shown(16, {1920, 1080});
    TileContent content = shown.ward.content(0);
    for (std::size_t i = 0; i < 4; ++i) {
      content.numerics[i].freshness = Freshness::Dimmed;
      content.numerics[i].ageText = u"5 s"_s;
      shown.wall.setContent(0, content);
      shown.wall.frame(kBright);
      const QImage before = shown.part(shown.wall.tileRect(0));
      content.numerics[i].ageText = u"9 s"_s;
      shown.wall.setContent(0, content);
      shown.wall.frame(kBright);
      QVERIFY2(before != shown.part(shown.wall.tileRect(0)), qPrintable(content.numerics[i].label));
    }
  }

  void aNoticeHidesTheWaves() {
    ShownWall shown(1, {600, 340});
    const QColor ecg = Theme::dark().colourOf(ParameterRole::Ecg);
    TileContent content = shown.ward.content(0);
    content.numerics.clear();
    shown.wall.setContent(0, content);
    shown.wall.frame(kBright);
    QVERIFY(hasColour(shown.surface(), ecg));
    content.notice = TileNotice{u"No waves from this server"_s, false};
    shown.wall.setContent(0, content);
    shown.advance(1);
    QVERIFY(!hasColour(shown.surface(), ecg));
    content.notice.reset();
    shown.wall.setContent(0, content);
    shown.advance(1);
    QVERIFY(hasColour(shown.surface(), ecg));
    QVERIFY(shown.equalsDrawnAnew());
  }

  void whatLiesOnTheWallIsNotPaintedOver() {
    ShownWall shown(16);
    QWidget window;
    QVBoxLayout layout(&window);
    auto* wall = new WallWidget(Theme::dark());
    layout.addWidget(wall);
    wall->setTileCount(4);
    for (int tile = 0; tile < 4; ++tile) wall->setTraces(tile, shown.ward.traces(tile));
    QWidget cover(&window);
    cover.setAutoFillBackground(true);
    cover.setPalette(QPalette(Qt::magenta));
    cover.setGeometry(100, 100, 300, 200);
    window.resize(800, 500);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    wall->frame(kBright);
    for (int frame = 0; frame < 60; ++frame) {
      shown.ward.advanceTo(kStartSeconds + 0.03 * frame);
      wall->frame(kBright);
    }
    // Two pixels inside the cover's edge, which may lie within a pixel.
    const double ratio = window.devicePixelRatioF();
    const QRectF inside = QRectF(102, 102, 296, 196);
    const QImage covered =
        surfaceOf(window).copy(QRectF(inside.topLeft() * ratio, inside.size() * ratio).toRect());
    QCOMPARE(pixelsOf(covered, covered.pixelColor(0, 0)), covered.width() * covered.height());
    cover.hide();
    QCoreApplication::processEvents();
    const QImage uncovered = surfaceOf(window);
    window.repaint();
    QVERIFY(largestDifference(uncovered, surfaceOf(window)) <= 24);
  }

  void aPictureOfTheWallDoesNotDisturbIt() {
    ShownWall shown(4);
    shown.advance(0.1);
    shown.now += 0.2;
    shown.ward.advanceTo(shown.now);
    shown.wall.grab();
    shown.wall.frame(kBright);
    QVERIFY(shown.equalsDrawnAnew());
  }

  void anotherThemeAndSizeAreTakenOver() {
    ShownWall shown(4);
    shown.wall.setTheme(Theme::light());
    shown.wall.resize(700, 400);
    shown.wall.frame(kBright);
    QCoreApplication::processEvents();
    QVERIFY(hasColour(shown.surface(), Theme::light().tile));
    QVERIFY(!hasColour(shown.surface(), Theme::dark().tile));
    QVERIFY(shown.equalsDrawnAnew());
  }

  void sweepSecondsFollowSizeAndSpeed() {
    ShownWall shown(1);
    const double usual = shown.wall.sweepSeconds();
    QVERIFY(usual > 1);
    shown.wall.setSweepSpeed(12.5);
    QCOMPARE(shown.wall.sweepSeconds(), 2 * usual);
  }

  void keysMoveTheCurrentTile_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("to");
    QTest::newRow("right") << 0 << Qt::Key_Right << 1;
    QTest::newRow("left at the edge") << 0 << Qt::Key_Left << 0;
    QTest::newRow("down") << 1 << Qt::Key_Down << 5;
    QTest::newRow("up") << 5 << Qt::Key_Up << 1;
    QTest::newRow("down at the bottom") << 13 << Qt::Key_Down << 13;
    QTest::newRow("home") << 9 << Qt::Key_Home << 0;
    QTest::newRow("end") << 9 << Qt::Key_End << 15;
  }
  void keysMoveTheCurrentTile() {
    QFETCH(int, from);
    QFETCH(Qt::Key, key);
    ShownWall shown(16);
    shown.wall.setCurrentTile(from);
    QTest::keyClick(&shown.wall, key);
    QTEST(shown.wall.currentTile(), "to");
  }

  void enterAndMouseSayWhichTile() {
    ShownWall shown(16);
    QSignalSpy clicked(&shown.wall, &WallWidget::tileClicked);
    QSignalSpy activated(&shown.wall, &WallWidget::tileActivated);
    QTest::mouseClick(&shown.wall, Qt::LeftButton, {}, shown.wall.tileRect(6).center());
    QCOMPARE(clicked, QList<QList<QVariant>>{{6}});
    QCOMPARE(shown.wall.currentTile(), 6);
    QTest::mouseDClick(&shown.wall, Qt::LeftButton, {}, shown.wall.tileRect(2).center());
    QCOMPARE(activated.takeFirst().first().toInt(), 2);
    QTest::keyClick(&shown.wall, Qt::Key_Return);
    QCOMPARE(activated.takeFirst().first().toInt(), shown.wall.currentTile());
  }

  void fewerTilesMoveTheCurrentOneBack() {
    ShownWall shown(16);
    shown.wall.setCurrentTile(15);
    shown.wall.setTileCount(4);
    QCOMPARE(shown.wall.currentTile(), 3);
    shown.wall.frame(kBright);
    QVERIFY(shown.equalsDrawnAnew());
  }

  void readersAreToldTheCurrentTile() {
    ShownWall shown(16);
    shown.wall.activateWindow();
    shown.wall.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&shown.wall));
    QVERIFY(!shown.wall.accessibleName().isEmpty());
    shown.wall.setCurrentTile(1);
    QVERIFY(shown.wall.accessibleDescription().contains(u"Bed 02"_s));
    QVERIFY(shown.wall.accessibleDescription().contains(u"*** HR 134 > 120"_s));
  }

 private:
  static void changeSomething(ShownWall& shown, int frame) {
    const int tile = frame % shown.wall.tileCount();
    TileContent content = shown.ward.content(tile);
    content.patient = QString::number(frame);
    content.selected = !content.selected;
    shown.wall.setContent(tile, content);
    if (frame > 60) shown.wall.setTraces(tile, shown.ward.traces(tile));
  }
  static int redPixels(const QImage& image) {
    return pixelsOf(image, Theme::dark().alarm(AlertPriority::High).background);
  }
};

QTEST_MAIN(TestWallWidget)
#include "tst_wall_widget.moc"
