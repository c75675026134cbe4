// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "models/ward.h"
#include "ui/theme.h"
#include "ui/trend_curve.h"

QT_BEGIN_NAMESPACE
class QChartView;
class QComboBox;
class QDateTimeAxis;
class QValueAxis;
QT_END_NAMESPACE
class QLabel;

namespace vitalwall::ui {

/// The course of a patient's main vitals over the last minutes, live. Redrawn every two seconds
/// and thinned to what the width can show, so that it costs little. GUI thread.
class TrendChart : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive the chart.
  TrendChart(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  /// nullopt empties the chart.
  void setPatient(std::optional<PatientId> patient);

  /// Draws what is new if it is time to.
  void onFrame(SteadyTime now);

  const std::vector<TrendCurve>& curves() const { return m_curves; }

 private:
  void build();
  void buildAxes();
  void addCurves();
  void redraw();
  void showNames();
  WallTime newestPoint() const;
  void showRange(WallTime from, WallTime to);

  const models::Ward& m_ward;
  const Theme m_theme;
  std::optional<PatientId> m_patient;
  QChartView* m_view = nullptr;
  QComboBox* m_span = nullptr;
  QLabel* m_names = nullptr;  ///< of the curves that have points, in their colours
  QDateTimeAxis* m_time = nullptr;
  QValueAxis* m_value = nullptr;
  std::vector<TrendCurve> m_curves;
  SteadyTime m_drawnAt{};
};

}  // namespace vitalwall::ui
