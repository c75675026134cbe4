// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "render/pixel_view.h"

namespace vitalwall::render {

/// A small picture in memory for the rasterizer's tests.
class TestPicture {
 public:
  TestPicture(int width, int height, Rgb colour)
      : m_width(width),
        m_height(height),
        m_pixels(std::size_t(width) * std::size_t(height), colour) {}

  PixelView view() { return view({0, 0, m_width, m_height}); }
  PixelView view(PixelRect bounds) {
    return {&m_pixels[index(bounds.left, bounds.top)], m_width, bounds};
  }
  Rgb at(int x, int y) const { return m_pixels[index(x, y)]; }

  /// Pixels of the column that are not `paper`.
  int inkIn(int x, Rgb paper) const {
    int count = 0;
    for (int y = 0; y < m_height; ++y) count += at(x, y) != paper ? 1 : 0;
    return count;
  }
  bool operator==(const TestPicture&) const = default;

 private:
  std::size_t index(int x, int y) const {
    return std::size_t(y) * std::size_t(m_width) + std::size_t(x);
  }

  int m_width;
  int m_height;
  std::vector<Rgb> m_pixels;
};

}  // namespace vitalwall::render
