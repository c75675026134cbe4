// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/pixel_target.h"

#include <QImage>
#include <QtMath>

namespace vitalwall::ui {
namespace {

bool holdsPlainColour(const QImage& image) {
  return image.format() == QImage::Format_RGB32 || image.format() == QImage::Format_ARGB32 ||
         image.format() == QImage::Format_ARGB32_Premultiplied;
}

}  // namespace

std::optional<render::PixelView> pixelsOf(QPaintDevice* device, QPoint origin, QSize size) {
  if (!device || device->devType() != QInternal::Image) return std::nullopt;
  QImage& image = *static_cast<QImage*>(device);
  if (!holdsPlainColour(image)) return std::nullopt;

  const double ratio = image.devicePixelRatio();
  const int left = qRound(origin.x() * ratio);
  const int top = qRound(origin.y() * ratio);
  const render::PixelRect widget = toDevice(QRect(QPoint(0, 0), size), ratio);
  const render::PixelRect inside =
      widget.intersected({-left, -top, image.width() - left, image.height() - top});
  if (inside.isEmpty()) return std::nullopt;
  auto* row = reinterpret_cast<render::Rgb*>(image.scanLine(top + inside.top));
  return render::PixelView{row + left + inside.left,
                           image.bytesPerLine() / qsizetype(sizeof(render::Rgb)), inside};
}

render::PixelView clipped(const render::PixelView& view, const render::PixelRect& rect) {
  const render::PixelRect inside = view.bounds.intersected(rect);
  if (inside.isEmpty()) return {};
  return {view.at(inside.left, inside.top), view.stride, inside};
}

render::PixelRect toDevice(const QRect& rect, double ratio) {
  return {qRound(rect.left() * ratio), qRound(rect.top() * ratio),
          qRound((rect.right() + 1) * ratio), qRound((rect.bottom() + 1) * ratio)};
}

render::PixelRect coveringDevice(const QRect& rect, double ratio) {
  return {qFloor(rect.left() * ratio), qFloor(rect.top() * ratio),
          qCeil((rect.right() + 1) * ratio), qCeil((rect.bottom() + 1) * ratio)};
}

QRect toLogical(const render::PixelRect& rect, double ratio) {
  const QPoint topLeft(qFloor(rect.left / ratio), qFloor(rect.top / ratio));
  const QPoint bottomRight(qCeil(rect.right / ratio) - 1, qCeil(rect.bottom / ratio) - 1);
  return {topLeft, bottomRight};
}

}  // namespace vitalwall::ui
