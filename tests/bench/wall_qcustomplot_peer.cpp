// SPDX-License-Identifier: GPL-3.0-or-later
// Its header is written with Qt's keywords.
#undef QT_NO_KEYWORDS
#undef QT_NO_FOREACH
#include <qcustomplot.h>

#include "wall_peers.h"

namespace vitalwall::bench {
namespace {

class QCustomPlotPeer final : public Peer {
 public:
  QCustomPlotPeer(const BenchScene& benchScene, bool fastest)
      : Peer(benchScene), m_fastest(fastest) {
    m_window.resize(BenchScene::kSize);
    for (const BenchWave& wave : scene().waves()) addPlot(wave);
    m_window.show();
    waitForPaint(*m_plots.back());
  }

  void frame() override {
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
      fill(i);
      m_plots[i]->replot(QCustomPlot::rpQueuedReplot);
    }
    waitForPaint(*m_plots.back());
  }

 private:
  void addPlot(const BenchWave& wave) {
    auto* plot = new QCustomPlot(&m_window);
    plot->setGeometry(wave.area);
    plot->setBackground(ui::Theme::dark().tile);
    plot->axisRect()->setAutoMargins(QCP::msNone);
    plot->axisRect()->setMargins({});
    for (QCPAxis* axis : plot->axisRect()->axes()) axis->setVisible(false);
    plot->xAxis->setRange(0, wave.area.width() / BenchScene::kPixelsPerSecond);
    plot->yAxis->setRange(wave.channel.displayLow, wave.channel.displayHigh);
    plot->addGraph()->setPen(QPen(wave.colour, m_fastest ? 1.0 : 1.5));
    if (m_fastest) {
      plot->setNotAntialiasedElements(QCP::aeAll);
      plot->setPlottingHint(QCP::phFastPolylines);
      plot->setNoAntialiasingOnDrag(true);
    }
    m_plots.push_back(plot);
  }

  /// The newest seconds that fit, from the left edge on.
  void fill(std::size_t i) const {
    const BenchWave& wave = scene().waves()[i];
    const double rate = wave.channel.samplesPerSecond;
    const auto count = std::uint64_t(wave.area.width() / BenchScene::kPixelsPerSecond * rate);
    QVector<double> times;
    QVector<double> values;
    times.reserve(qsizetype(count));
    values.reserve(qsizetype(count));
    for (std::uint64_t n = 0; n < count; ++n) {
      times.append(double(n) / rate);
      values.append(wave.channel.toPhysical(wave.at(wave.end - count + n)));
    }
    m_plots[i]->graph(0)->setData(times, values, true);
  }

  bool m_fastest;
  QWidget m_window;
  std::vector<QCustomPlot*> m_plots;  ///< owned by the window
};

}  // namespace

std::unique_ptr<Peer> makeQCustomPlotPeer(const BenchScene& scene, bool fastest) {
  return std::make_unique<QCustomPlotPeer>(scene, fastest);
}

}  // namespace vitalwall::bench
