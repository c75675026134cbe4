// SPDX-License-Identifier: GPL-3.0-or-later
// CPU time of drawing the wall, against QtCharts and QCustomPlot with the same data in the same
// places. Prints rows "benchmark | peer | CPU ms/frame | ratio". Rounds alternate between peers,
// so that other load falls on all of them; figures are medians.
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QTimer>
#include <QWidget>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include "wall_peers.h"

using namespace vitalwall;
using namespace vitalwall::bench;

namespace {

constexpr int kRounds = 5;
constexpr int kWarmUpFrames = 20;
constexpr std::chrono::seconds kPacedTime{5};
constexpr std::chrono::milliseconds kPacedFrame{16};

/// A peer and how many frames of it make a good measurement.
struct Contender {
  const char* name;
  std::function<std::unique_ptr<Peer>(const BenchScene&)> make;
  int frames;
};

/// What a run cost.
struct Cost {
  double millisecondsPerFrame = 0;
  double corePercent = 0;
  double framesPerSecond = 0;
};

double cpuMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

class PaintWatch final : public QObject {
 public:
  bool isPainted() const { return m_painted; }

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    m_painted |= event->type() == QEvent::Paint;
    return false;
  }

 private:
  bool m_painted = false;
};

void draw(BenchScene& scene, Peer& peer, int frames) {
  for (int i = 0; i < frames; ++i) {
    scene.advance();
    peer.frame();
  }
}

Cost measureBackToBack(int tiles, const Contender& contender) {
  BenchScene scene(tiles);
  const auto peer = contender.make(scene);
  draw(scene, *peer, kWarmUpFrames);
  const double before = cpuMilliseconds();
  draw(scene, *peer, contender.frames);
  return {(cpuMilliseconds() - before) / contender.frames, 0, 0};
}

/// A frame every 16 ms, as on a ward: between two frames the caches grow cold.
Cost measurePaced(int tiles, const Contender& contender) {
  BenchScene scene(tiles);
  const auto peer = contender.make(scene);
  draw(scene, *peer, kWarmUpFrames);
  int frames = 0;
  QTimer timer;
  timer.setTimerType(Qt::PreciseTimer);
  QObject::connect(&timer, &QTimer::timeout, [&] {
    draw(scene, *peer, 1);
    ++frames;
  });
  QTimer::singleShot(kPacedTime, qApp, &QCoreApplication::quit);
  const double before = cpuMilliseconds();
  QElapsedTimer wall;
  wall.start();
  timer.start(kPacedFrame);
  QCoreApplication::exec();
  const double spent = cpuMilliseconds() - before;
  const double seconds = double(wall.nsecsElapsed()) * 1e-9;
  return {spent / frames, spent / seconds / 10, frames / seconds};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void compareBackToBack(int tiles, const std::vector<Contender>& contenders) {
  std::vector<std::vector<double>> costs(contenders.size());
  for (int round = 0; round < kRounds; ++round)
    for (std::size_t i = 0; i < contenders.size(); ++i)
      costs[i].push_back(measureBackToBack(tiles, contenders[i]).millisecondsPerFrame);
  const double ours = median(costs.front());
  for (std::size_t i = 0; i < contenders.size(); ++i) {
    const double cost = median(costs[i]);
    std::printf("wall %d tiles x 2 waves | %s | %.3f | %.1fx\n", tiles, contenders[i].name, cost,
                cost / ours);
  }
  std::fflush(stdout);
}

void comparePaced(int tiles, const std::vector<Contender>& contenders) {
  double ours = 0;
  for (const Contender& contender : contenders) {
    const Cost cost = measurePaced(tiles, contender);
    if (ours == 0) ours = cost.millisecondsPerFrame;
    std::printf("wall %d tiles, 60 Hz: %.1f frames/s, %.1f %% of a core | %s | %.3f | %.1fx\n",
                tiles, cost.framesPerSecond, cost.corePercent, contender.name,
                cost.millisecondsPerFrame, cost.millisecondsPerFrame / ours);
  }
  std::fflush(stdout);
}

}  // namespace

void vitalwall::bench::waitForPaint(QWidget& widget) {
  PaintWatch watch;
  widget.installEventFilter(&watch);
  while (!watch.isPainted()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication app(argc, argv);
  const Contender ours{"Vitalwall", [](const auto& scene) { return makeStationPeer(scene, false); },
                       600};
  const Contender live{"Vitalwall, values and alarms live",
                       [](const auto& scene) { return makeStationPeer(scene, true); }, 600};
  const Contender charts{"QtCharts, replace()", makeQtChartsPeer, 30};
  const Contender plot{"QCustomPlot, antialiased",
                       [](const auto& scene) { return makeQCustomPlotPeer(scene, false); }, 30};
  const Contender fastPlot{"QCustomPlot, fastest",
                           [](const auto& scene) { return makeQCustomPlotPeer(scene, true); }, 60};
  std::puts("benchmark | peer | CPU ms/frame | ratio");
  for (const int tiles : {16, 64}) compareBackToBack(tiles, {ours, live, charts, plot, fastPlot});
  comparePaced(64, {ours, live, charts, fastPlot});
  return 0;
}
