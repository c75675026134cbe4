// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBackingStore>
#include <QtTest>
#include <algorithm>

#include "support/demo_ward.h"
#include "ui/wall/wall_widget.h"

namespace vitalwall::ui {

inline constexpr double kStartSeconds = 12;
/// Both flashing priorities are bright.
inline constexpr FrameTime kBright{std::chrono::milliseconds(0)};

/// Largest difference of any colour channel of any pixel, 0 to 255.
inline int largestDifference(const QImage& a, const QImage& b) {
  int largest = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.bytesPerLine(); ++x)
      largest = std::max(largest, std::abs(a.constScanLine(y)[x] - b.constScanLine(y)[x]));
  return largest;
}

/// What is really on a window's surface.
inline QImage surfaceOf(const QWidget& window) {
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

/// Pixels of exactly this colour.
inline int pixelsOf(const QImage& image, const QColor& colour) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    count += int(std::count(row, row + image.width(), colour.rgb()));
  }
  return count;
}

}  // namespace vitalwall::ui
