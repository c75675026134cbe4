// SPDX-License-Identifier: GPL-3.0-or-later
#include <QChartView>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

#include "wall_peers.h"

namespace vitalwall::bench {
namespace {

constexpr double kPenWidth = 1.5;

class QtChartsPeer final : public Peer {
 public:
  explicit QtChartsPeer(const BenchScene& benchScene) : Peer(benchScene) {
    m_window.resize(BenchScene::kSize);
    for (const BenchWave& wave : scene().waves()) addChart(wave);
    m_window.show();
    waitForPaint(*m_lastViewport);
  }

  void frame() override {
    for (std::size_t i = 0; i < m_series.size(); ++i) m_series[i]->replace(points(i));
    waitForPaint(*m_lastViewport);
  }

 private:
  void addChart(const BenchWave& wave) {
    auto* series = new QLineSeries;
    series->setPen(QPen(wave.colour, kPenWidth));
    auto* chart = new QChart;
    chart->legend()->hide();
    chart->setMargins({});
    chart->setBackgroundRoundness(0);
    chart->setBackgroundBrush(ui::Theme::dark().tile);
    chart->addSeries(series);
    addAxes(*chart, *series, wave);
    auto* view = new QChartView(chart, &m_window);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setGeometry(wave.area);
    m_series.push_back(series);
    m_lastViewport = view->viewport();
  }

  static void addAxes(QChart& chart, QLineSeries& series, const BenchWave& wave) {
    auto* x = new QValueAxis;
    auto* y = new QValueAxis;
    x->setRange(0, wave.area.width() / BenchScene::kPixelsPerSecond);
    y->setRange(wave.channel.displayLow, wave.channel.displayHigh);
    x->setVisible(false);
    y->setVisible(false);
    chart.addAxis(x, Qt::AlignBottom);
    chart.addAxis(y, Qt::AlignLeft);
    series.attachAxis(x);
    series.attachAxis(y);
  }

  /// The newest seconds that fit, from the left edge on.
  QList<QPointF> points(std::size_t i) const {
    const BenchWave& wave = scene().waves()[i];
    const double rate = wave.channel.samplesPerSecond;
    const auto count = std::uint64_t(wave.area.width() / BenchScene::kPixelsPerSecond * rate);
    QList<QPointF> points;
    points.reserve(qsizetype(count));
    for (std::uint64_t n = 0; n < count; ++n)
      points.append({double(n) / rate, wave.channel.toPhysical(wave.at(wave.end - count + n))});
    return points;
  }

  QWidget m_window;
  std::vector<QLineSeries*> m_series;  ///< owned by their charts
  QWidget* m_lastViewport = nullptr;
};

}  // namespace

std::unique_ptr<Peer> makeQtChartsPeer(const BenchScene& scene) {
  return std::make_unique<QtChartsPeer>(scene);
}

}  // namespace vitalwall::bench
