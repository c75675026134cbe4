// SPDX-License-Identifier: GPL-3.0-or-later
// The wall paints what changed, and nothing else.
#include <QVBoxLayout>
#include <QtTest>

#include "shown_wall.h"

using namespace vitalwall;
using namespace vitalwall::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

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

void changeSomething(ShownWall& shown, int frame) {
  const int tile = frame % shown.wall.tileCount();
  TileContent content = shown.ward.content(tile);
  content.patient = QString::number(frame);
  content.selected = !content.selected;
  shown.wall.setContent(tile, content);
  if (frame > 60) shown.wall.setTraces(tile, shown.ward.traces(tile));
}

}  // namespace

class TestWallPainting : public QObject {
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
};

QTEST_MAIN(TestWallPainting)
#include "tst_wall_painting.moc"
