// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "render/sweep_trace.h"
#include "test_picture.h"

namespace vitalwall::render {

inline constexpr Rgb kPaper = 0xff101418;
inline constexpr Rgb kInk = 0xff2ee06a;
inline constexpr Rgb kOutside = 0xff7f007f;
inline constexpr double kPixelsPerSecond = 94.5;

inline std::shared_ptr<const InkRamp> ramp() {
  return std::make_shared<const InkRamp>(kInk, kPaper);
}

/// 0 .. 1000 counts are 0 .. 1 in a display range of 0 .. 1.
inline WaveChannel channel(double rate) {
  return {mdc::kPleth, "Pleth", Unit::Dimensionless, rate, 0.001, 0, 0, 1};
}

/// A trace, its ring and its picture, with a frame of the picture around the trace.
struct Scene {
  Scene(double rate, int width, int height = 54, double penWidth = 1.5)
      : ring(rate, 3.0 * width / kPixelsPerSecond + 2),
        geometry{{3, 2, 3 + width, 2 + height}, kPixelsPerSecond, penWidth, 10},
        trace(channel(rate), geometry, ramp()),
        picture(width + 6, height + 4, kOutside) {}

  void append(std::vector<std::int16_t> samples) {
    const auto first = next;
    next += samples.size();
    ring.append({{}, 0, first, stampOf(first), std::move(samples)});
  }
  void append(std::size_t count, std::int16_t value) {
    append(std::vector<std::int16_t>(count, value));
  }
  void skip(std::size_t count) { next += count; }
  ColumnRange advance() { return trace.advance(ring, picture.view()); }

  WallTime stampOf(std::uint64_t sample) const {
    return WallTime(
        milliseconds(1'700'000'000'000 + std::llround(sample * 1000.0 / ring.samplesPerSecond())));
  }
  /// The same state drawn at once on a fresh picture.
  TestPicture drawnAtOnce() const {
    TestPicture fresh(geometry.area.width() + 6, geometry.area.height() + 4, kOutside);
    SweepTrace(channel(ring.samplesPerSecond()), geometry, ramp()).advance(ring, fresh.view());
    return fresh;
  }
  int column(int x) const { return geometry.area.left + x; }

  WaveRing ring;
  SweepGeometry geometry;
  SweepTrace trace;
  TestPicture picture;
  std::uint64_t next = 0;
};

/// Inked pixels of the trace's column x.
inline int inkOf(const Scene& scene, int x) {
  return scene.picture.inkIn(scene.column(x), kPaper) - 4;  // less the frame above and below
}

inline int lastInked(const Scene& scene) {
  int last = -1;
  for (int x = 0; x < 154; ++x)
    if (inkOf(scene, x) > 0 && inkOf(scene, (x + 1) % 154) == 0) last = x;
  return last;
}

inline int topmostInk(const Scene& scene) {
  for (int y = 0; y < 54; ++y)
    for (int x = 0; x < 154; ++x)
      if (scene.picture.at(scene.column(x), 2 + y) != kPaper) return y;
  return 54;
}

inline int blankColumns(const Scene& scene) {
  int blank = 0;
  for (int x = 0; x < 154; ++x) blank += inkOf(scene, x) == 0 ? 1 : 0;
  return blank;
}

/// Columns that `samples` at 250 Hz ink, give or take one; the last 1.75 are still to come.
inline int drawnColumns(int samples) {
  return static_cast<int>(std::lround((samples - 1) / 250.0 * kPixelsPerSecond));
}

}  // namespace vitalwall::render
