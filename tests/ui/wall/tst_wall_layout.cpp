// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "ui/wall/tile_layout.h"
#include "ui/wall/wall_grid.h"

using namespace vitalwall::ui;

namespace {

void addWalls() {
  QTest::addColumn<int>("tiles");
  QTest::addColumn<QSize>("surface");
  for (const QSize surface : {QSize(1920, 1080), QSize(1280, 720), QSize(1080, 1920)})
    for (int tiles = 1; tiles <= 64; ++tiles)
      QTest::addRow("%d tiles on %d x %d", tiles, surface.width(), surface.height())
          << tiles << surface;
}

/// Whether all rectangles lie inside `outer` and none on another.
bool areApart(const std::vector<QRect>& parts, const QRect& outer) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].isEmpty() || !outer.contains(parts[i])) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (parts[i].intersects(parts[j])) return false;
  }
  return true;
}

}  // namespace

class TestWallLayout : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tilesAreApartAndEqual_data() { addWalls(); }
  void tilesAreApartAndEqual() {
    QFETCH(int, tiles);
    QFETCH(QSize, surface);
    const auto grid = WallGrid::fitting(tiles, surface, 3);
    std::vector<QRect> rects;
    for (int tile = 0; tile < tiles; ++tile) {
      rects.push_back(grid.tileRect(tile));
      QCOMPARE(rects.back().size(), grid.tileSize());
      QCOMPARE(grid.tileAt(rects.back().center()), tile);
    }
    QVERIFY(areApart(rects, QRect(QPoint(0, 0), surface)));
    QCOMPARE(grid.tileAt({0, 0}), -1);
  }

  void tilesKeepAReadableShape_data() { addWalls(); }
  void tilesKeepAReadableShape() {
    QFETCH(int, tiles);
    QFETCH(QSize, surface);
    if (surface.width() < surface.height() && tiles < 4) QSKIP("few tiles on a portrait screen");
    const QSize size = WallGrid::fitting(tiles, surface, 3).tileSize();
    const double aspect = double(size.width()) / size.height();
    QVERIFY2(aspect > 0.85 && aspect < 3.7, qPrintable(QString::number(aspect)));
  }

  void usualWalls_data() {
    QTest::addColumn<int>("tiles");
    QTest::addColumn<int>("columns");
    QTest::newRow("4") << 4 << 2;
    QTest::newRow("16") << 16 << 4;
    QTest::newRow("64") << 64 << 8;
  }
  void usualWalls() {
    QFETCH(int, tiles);
    QTEST(WallGrid::fitting(tiles, {1920, 1080}, 3).columns(), "columns");
  }

  void partsOfATileAreApart_data() { addWalls(); }
  void partsOfATileAreApart() {
    QFETCH(int, tiles);
    QFETCH(QSize, surface);
    for (const double scale : {0.8, 1.0, 1.5, 2.0}) {
      const auto layout =
          TileLayout::forSize(WallGrid::fitting(tiles, surface, 3).tileSize(), scale);
      std::vector<QRect> parts{layout.header, layout.alarm};
      for (const LaneLayout& lane : layout.lanes(3)) {
        parts.push_back(lane.trace);
        parts.push_back(lane.gain);
        if (!lane.label.isEmpty()) parts.push_back(lane.label);
        QVERIFY(layout.waves.contains(lane.trace));
      }
      for (const QRect& cell : layout.cells({3, 3, 6, 3, 4, 3})) parts.push_back(cell);
      QVERIFY2(areApart(parts, layout.tile), qPrintable(QString::number(scale)));
    }
  }

  void noMoreThanThereIs() {
    const auto layout = TileLayout::forSize({480, 267}, 1.0);
    QVERIFY(layout.lanes(0).empty());
    QCOMPARE(layout.lanes(1).size(), 1u);
    QVERIFY(layout.cells({}).empty());
    QCOMPARE(layout.cells({3}).size(), 1u);
    QCOMPARE(layout.cells({3, 3}).size(), 2u);
  }

  void theFirstTwoValuesAreLargest() {
    const auto cells = TileLayout::forSize({480, 267}, 1.0).cells({3, 3, 6, 3, 4, 3});
    QCOMPARE(cells.size(), 4u);
    QCOMPARE(cells[0].width(), cells[1].width());
    QVERIFY(cells[1].height() > cells[2].height());
    QCOMPARE(cells[2].top(), cells[3].top());
    // The pair shares its row by what it has to show: six characters to three.
    QVERIFY(cells[2].width() > 1.8 * cells[3].width());
  }

  /// Ten minutes of arc at 4 m are 11.6 mm; a 24 inch screen has 3.6 pixels per millimetre.
  void valuesOfSixteenTilesAreReadFromFourMetres() {
    const auto layout = TileLayout::forSize(WallGrid::fitting(16, {1920, 1080}, 3).tileSize(), 1.0);
    const QRect cell = layout.cells({3, 3, 6, 3}).front();
    const double digitHeight = 0.86 * (cell.height() - layout.smallTextPixels() * 1.25);
    QVERIFY2(digitHeight >= 42, qPrintable(QString::number(digitHeight)));
  }
};

QTEST_APPLESS_MAIN(TestWallLayout)
#include "tst_wall_layout.moc"
