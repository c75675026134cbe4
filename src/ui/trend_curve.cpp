// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trend_curve.h"

#include <QChart>
#include <QLineSeries>
#include <QPen>
#include <algorithm>

namespace vitalwall::ui {
namespace {

// Longer than the 15 s that a plain server may lawfully be silent.
constexpr milliseconds kGap{20'000};

QList<QPointF> toPoints(const std::vector<models::TrendPoint>& points) {
  QList<QPointF> result;
  result.reserve(static_cast<qsizetype>(points.size()));
  for (const auto& point : points)
    result.append({static_cast<double>(toUnixMillis(point.at)), point.value});
  return result;
}

std::deque<models::TrendPoint> since(const std::deque<models::TrendPoint>& points, WallTime from) {
  const auto first =
      std::lower_bound(points.begin(), points.end(), from,
                       [](const models::TrendPoint& point, WallTime at) { return point.at < at; });
  return {first, points.end()};
}

}  // namespace

std::vector<std::deque<models::TrendPoint>> split(const std::deque<models::TrendPoint>& points,
                                                  milliseconds gap) {
  std::vector<std::deque<models::TrendPoint>> stretches;
  for (const auto& point : points) {
    if (stretches.empty() || point.at - stretches.back().back().at > gap) stretches.emplace_back();
    stretches.back().push_back(point);
  }
  return stretches;
}

TrendCurve::TrendCurve(QChart& chart, MdcCode code, const QColor& colour)
    : m_chart(chart), m_code(code), m_colour(colour) {
  series(0);
}

void TrendCurve::show(const std::deque<models::TrendPoint>& points, WallTime from,
                      std::size_t columns) {
  const auto visible = since(points, from);
  const auto stretches = split(visible, kGap);
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const auto share = std::max<std::size_t>(1, columns * stretches[i].size() / visible.size());
    series(i).replace(toPoints(models::thinned(stretches[i], share)));
  }
  for (std::size_t i = stretches.size(); i < m_series.size(); ++i) m_series[i]->clear();
}

int TrendCurve::shownPoints() const {
  int count = 0;
  for (const auto* series : m_series) count += static_cast<int>(series->count());
  return count;
}

QLineSeries& TrendCurve::series(std::size_t index) {
  while (m_series.size() <= index) {
    auto* added = new QLineSeries;
    added->setPen(QPen(m_colour, 1.0));  // wider pens cost ten times as much
    m_chart.addSeries(added);
    for (auto* axis : m_chart.axes()) added->attachAxis(axis);
    m_series.push_back(added);
  }
  return *m_series[index];
}

}  // namespace vitalwall::ui
