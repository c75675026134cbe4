// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QRegion>
#include <QSize>
#include <optional>

#include "render/pixel_view.h"

namespace vitalwall::ui {

/// The memory that a widget of `size` is painted into, in the widget's device pixels, or nothing
/// if `device` is no 32-bit picture in memory. `origin` is the widget's place in the device.
std::optional<render::PixelView> pixelsOf(QPaintDevice* device, QPoint origin, QSize size);

/// The part of `view` inside `rect`.
render::PixelView clipped(const render::PixelView& view, const render::PixelRect& rect);

/// Device-independent to device pixels at `ratio`: edges are rounded, so that neighbours stay
/// neighbours.
render::PixelRect toDevice(const QRect& rect, double ratio);

/// The smallest rectangle of device pixels that covers `rect`.
render::PixelRect coveringDevice(const QRect& rect, double ratio);

/// The smallest device-independent rectangle that covers `rect`.
QRect toLogical(const render::PixelRect& rect, double ratio);

}  // namespace vitalwall::ui
