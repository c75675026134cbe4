// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <deque>
#include <vector>

#include "models/vitals_trend.h"

QT_BEGIN_NAMESPACE
class QChart;
class QLineSeries;
QT_END_NAMESPACE

namespace vitalwall::ui {

/// Cuts a course wherever nothing came for longer than `gap`: a pause is never bridged by a line.
std::vector<std::deque<models::TrendPoint>> split(const std::deque<models::TrendPoint>& points,
                                                  milliseconds gap);

/// One parameter's line in a chart: a series for each stretch without a gap. The chart owns the
/// series and must outlive the curve. GUI thread.
class TrendCurve {
 public:
  TrendCurve(QChart& chart, MdcCode code, const QColor& colour);

  MdcCode code() const { return m_code; }
  const QColor& colour() const { return m_colour; }

  /// Shows the points since `from`, thinned to `columns`.
  void show(const std::deque<models::TrendPoint>& points, WallTime from, std::size_t columns);

  /// Points on screen.
  int shownPoints() const;

 private:
  QLineSeries& series(std::size_t index);

  QChart& m_chart;
  const MdcCode m_code;
  const QColor m_colour;
  std::vector<QLineSeries*> m_series;
};

}  // namespace vitalwall::ui
