// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "wall_scene.h"

namespace vitalwall::bench {

/// One way to draw the benchmark's wall, in a window of its own that is shown while it lives.
class Peer {
 public:
  explicit Peer(const BenchScene& scene) : m_scene(scene) {}
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  virtual ~Peer() = default;

  /// Draws what the scene's last advance() brought; returns when it is on the surface.
  virtual void frame() = 0;

 protected:
  const BenchScene& scene() const { return m_scene; }

 private:
  const BenchScene& m_scene;
};

/// Our wall; `values` adds six numerics a tile, each changed once a second, and flashing alarms.
std::unique_ptr<Peer> makeStationPeer(const BenchScene& scene, bool values);

/// One QChartView a wave, antialiased, its series filled by replace().
std::unique_ptr<Peer> makeQtChartsPeer(const BenchScene& scene);

/// One QCustomPlot a wave: antialiased 1.5 px as the wall is, or as fast as it can: no
/// antialiasing, 1 px, fast polylines, no caching of labels nor axes drawn.
std::unique_ptr<Peer> makeQCustomPlotPeer(const BenchScene& scene, bool fastest);

/// Runs the event loop until `widget` was painted once more.
void waitForPaint(QWidget& widget);

}  // namespace vitalwall::bench
