// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/wall/wall_scene.h"

namespace vitalwall::ui {

/// The wall: 1 to 64 beds, each a tile with waves and numerics. Knows no models: it is fed with
/// values, and draws only in frame(), only what changed; waves go straight into the window's
/// backing store. GUI thread.
class WallWidget : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kMaxTiles = 64;

  explicit WallWidget(const Theme& theme, QWidget* parent = nullptr);

  /// Shows `count` (1 to kMaxTiles) tiles; a tile keeps what it had while its number exists.
  void setTileCount(int count);
  int tileCount() const { return m_scene.tileCount(); }

  void setContent(int tile, TileContent content);
  const TileContent& content(int tile) const { return m_scene.content(tile); }

  /// The waves of a tile from top to bottom; as many as fit are drawn. Their rings must hold
  /// sweepSeconds() and live until they are replaced here.
  void setTraces(int tile, std::vector<TraceSource> traces);

  /// Changes all colours but those of the traces, which come with setTraces().
  void setTheme(const Theme& theme);

  /// Paper speed of the sweeps, 25 mm/s unless set.
  void setSweepSpeed(double millimetresPerSecond);

  /// Seconds that a wave shows at the present size.
  double sweepSeconds() const;

  /// Draws at once what is new in waves, contents and flashing at `now`. Call once per frame.
  void frame(FrameTime now);

  /// Where a tile lies in the widget.
  QRect tileRect(int tile) const { return m_scene.grid().tileRect(tile); }

  /// The tile that the keyboard is on.
  int currentTile() const { return m_current; }
  void setCurrentTile(int tile);

  QSize sizeHint() const override { return {1280, 720}; }
  QSize minimumSizeHint() const override { return {320, 200}; }

 Q_SIGNALS:
  void tileClicked(int tile);
  /// Double click, or Enter on the current tile: open the bed's detail.
  void tileActivated(int tile);
  void currentTileChanged(int tile);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void followSurface();
  void paintRequested(const render::PixelView& view);
  void paintAnew(const QRegion& region, const render::PixelView& view);
  void paintCopy(const QRegion& region);
  std::optional<int> tileTowards(int key) const;
  void describeCurrentTile();

  WallScene m_scene;
  double m_millimetresPerSecond = 25;
  int m_current = 0;
  QRegion m_requested;  ///< what frame() is drawing; empty outside of it
};

}  // namespace vitalwall::ui
