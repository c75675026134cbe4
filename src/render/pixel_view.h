// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace vitalwall::render {

/// A pixel as QImage::Format_RGB32 stores it: 0xffRRGGBB.
using Rgb = std::uint32_t;

/// Device pixels left <= x < right, top <= y < bottom.
struct PixelRect {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  int width() const { return right - left; }
  int height() const { return bottom - top; }
  bool isEmpty() const { return right <= left || bottom <= top; }
  PixelRect intersected(const PixelRect& other) const {
    return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
            std::min(bottom, other.bottom)};
  }
  bool operator==(const PixelRect&) const = default;
};

/// The part of a picture that may be written: memory of somebody else, valid for one call.
/// `bits` is the pixel at (bounds.left, bounds.top); nothing outside `bounds` is touched.
struct PixelView {
  Rgb* bits = nullptr;
  std::ptrdiff_t stride = 0;  ///< pixels from one row to the next
  PixelRect bounds;

  /// The pixel at (x, y), which must lie in `bounds`.
  Rgb* at(int x, int y) const { return bits + (y - bounds.top) * stride + (x - bounds.left); }
};

}  // namespace vitalwall::render
