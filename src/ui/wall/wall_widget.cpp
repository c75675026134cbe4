// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_widget.h"

#include <QBackingStore>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QScreen>

#include "ui/wall/pixel_target.h"
#include "ui/wall/tile_words.h"
#include "ui/wall/widget_cover.h"

namespace vitalwall::ui {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kUsualDotsPerInch = 96;

/// Many screens do not know their size and say so by absurd numbers.
double dotsPerMillimetre(const QScreen* screen) {
  const double reported = screen ? screen->physicalDotsPerInchX() : 0;
  const bool plausible = reported >= 60 && reported <= 300;
  return (plausible ? reported : kUsualDotsPerInch) / kMillimetresPerInch;
}

}  // namespace

WallWidget::WallWidget(const Theme& theme, QWidget* parent) : QWidget(parent), m_scene(theme) {
  setAttribute(Qt::WA_OpaquePaintEvent);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Patient wall"));
  followSurface();
  setTileCount(1);
}

void WallWidget::setTileCount(int count) {
  m_scene.setTileCount(std::clamp(count, 1, kMaxTiles));
  setCurrentTile(std::min(m_current, tileCount() - 1));
  update();
}

void WallWidget::setContent(int tile, TileContent content) {
  m_scene.setContent(tile, std::move(content));
  if (tile == m_current && hasFocus()) describeCurrentTile();
}

void WallWidget::setTraces(int tile, std::vector<TraceSource> traces) {
  m_scene.setTraces(tile, std::move(traces));
}

void WallWidget::setTheme(const Theme& theme) {
  m_scene.setTheme(theme);
  update();
}

void WallWidget::setSweepSpeed(double millimetresPerSecond) {
  m_millimetresPerSecond = millimetresPerSecond;
  followSurface();
}

double WallWidget::sweepSeconds() const {
  return m_scene.sweepWidth() * m_scene.surface().ratio / m_scene.surface().pixelsPerSecond;
}

void WallWidget::frame(FrameTime now) {
  if (!isVisible()) return;
  followSurface();
  m_scene.setFlash(FlashPhase::at(now));
  m_requested = m_scene.damagedRegion();
  m_requested += m_scene.traces().pending();
  if (m_requested.isEmpty()) return;
  repaint(m_requested);
  m_requested = {};
  m_scene.clearDamage();
}

void WallWidget::setCurrentTile(int tile) {
  if (tile == m_current || tile < 0 || tile >= tileCount()) return;
  m_current = tile;
  if (hasFocus()) {
    m_scene.setFocusedTile(tile);
    describeCurrentTile();
  }
  Q_EMIT currentTileChanged(tile);
}

/// Takes over size, screen and resolution when they changed.
void WallWidget::followSurface() {
  const double ratio = devicePixelRatioF();
  const double speed = m_millimetresPerSecond * dotsPerMillimetre(screen()) * ratio;
  m_scene.setSurface({size(), ratio, speed});
}

void WallWidget::paintEvent(QPaintEvent* event) {
  QPoint origin;
  QPaintDevice* device = redirected(&origin);
  const bool ownWindow = backingStore() && device == backingStore()->paintDevice();
  const auto view = ownWindow ? pixelsOf(device, -origin, size()) : std::nullopt;
  if (!view) {
    paintCopy(event->region());
  } else if (event->region() == m_requested && !isCovered(*this)) {
    paintRequested(*view);
  } else {
    if (!m_requested.isEmpty()) m_scene.traces().advance({});
    paintAnew(event->region(), *view);
  }
}

/// Only what frame() asked for was asked for: all else on the surface is still as it was drawn.
void WallWidget::paintRequested(const render::PixelView& view) {
  if (!m_scene.damagedRegion().isEmpty()) {
    QPainter painter(this);
    m_scene.paintDamage(painter);
    painter.end();
    m_scene.repaintDamagedTraces(view);
  }
  m_scene.traces().advance(view);
}

/// Something else damaged the surface, or lies on it: all of `region` is drawn.
void WallWidget::paintAnew(const QRegion& region, const render::PixelView& view) {
  QPainter painter(this);
  m_scene.paint(painter, region);
  painter.end();
  for (const QRect& rect : region)
    m_scene.traces().repaint(clipped(view, coveringDevice(rect, m_scene.surface().ratio)));
}

/// The picture goes somewhere else than to the window (a screenshot, a printer): the traces' state
/// belongs to the window, so copies are drawn.
void WallWidget::paintCopy(const QRegion& region) {
  QPainter painter(this);
  m_scene.paint(painter, region);
  const double ratio = m_scene.surface().ratio;
  WallTraces traces = m_scene.traces();
  traces.advance({});
  for (const render::PixelRect& area : traces.areas()) {
    QImage picture(area.width(), area.height(), QImage::Format_RGB32);
    traces.repaint({reinterpret_cast<render::Rgb*>(picture.bits()),
                    picture.bytesPerLine() / qsizetype(sizeof(render::Rgb)), area});
    picture.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(area.left, area.top) / ratio, picture);
  }
}

void WallWidget::resizeEvent(QResizeEvent*) {
  followSurface();
}

void WallWidget::focusInEvent(QFocusEvent* event) {
  m_scene.setFocusedTile(m_current);
  describeCurrentTile();
  QWidget::focusInEvent(event);
}

void WallWidget::focusOutEvent(QFocusEvent* event) {
  m_scene.setFocusedTile(std::nullopt);
  QWidget::focusOutEvent(event);
}

void WallWidget::mousePressEvent(QMouseEvent* event) {
  const int tile = m_scene.grid().tileAt(event->position().toPoint());
  if (tile < 0 || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  setCurrentTile(tile);
  Q_EMIT tileClicked(tile);
}

void WallWidget::mouseDoubleClickEvent(QMouseEvent* event) {
  const int tile = m_scene.grid().tileAt(event->position().toPoint());
  if (tile < 0 || event->button() != Qt::LeftButton) return;
  Q_EMIT tileActivated(tile);
}

void WallWidget::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    Q_EMIT tileActivated(m_current);
  } else if (const auto tile = tileTowards(event->key())) {
    setCurrentTile(*tile);
  } else {
    QWidget::keyPressEvent(event);
  }
}

/// The tile that a navigation key leads to (the current one at the wall's edge); nothing for other
/// keys.
std::optional<int> WallWidget::tileTowards(int key) const {
  const int columns = m_scene.grid().columns();
  int target = m_current;
  switch (key) {
    case Qt::Key_Left:
      target -= 1;
      break;
    case Qt::Key_Right:
      target += 1;
      break;
    case Qt::Key_Up:
      target -= columns;
      break;
    case Qt::Key_Down:
      target += columns;
      break;
    case Qt::Key_Home:
      target = 0;
      break;
    case Qt::Key_End:
      target = tileCount() - 1;
      break;
    default:
      return std::nullopt;
  }
  return target >= 0 && target < tileCount() ? target : m_current;
}

void WallWidget::describeCurrentTile() {
  const QString words = wordsOf(content(m_current));
  if (words == accessibleDescription()) return;
  setAccessibleDescription(words);
}

}  // namespace vitalwall::ui
