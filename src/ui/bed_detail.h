// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "models/alarm_sort_model.h"
#include "models/patient_filter.h"
#include "models/ward.h"
#include "ui/alarm_delegate.h"

class QGridLayout;
class QLabel;
class QListView;

namespace vitalwall::ui {

class NumericCell;
class TrendChart;

/// One bed beside the wall: who it is, all numerics large with their limits, the patient's alarms,
/// the live trend and the orders. GUI thread.
class BedDetail : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive the panel.
  BedDetail(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  void open(PatientId patient);
  void close();
  std::optional<PatientId> patient() const { return m_patient; }

  /// Brings values, ages and the trend up to date.
  void onFrame(FrameTime now);

  /// The numerics in their order on screen.
  const std::vector<NumericCell*>& cells() const { return m_cells; }

 Q_SIGNALS:
  void closeRequested();
  void acknowledgeRequested(vitalwall::AlertId alert);

 private:
  void build(const Theme& theme);
  QWidget* buildHeader();
  QListView* buildAlarms();
  QListView* buildOrders();
  void present();
  void presentTitles();
  void presentHeader(const models::BedState& bed);
  void presentNumerics(const models::BedState& bed);
  void ensureCells(std::size_t count);

  const models::Ward& m_ward;
  const Theme m_theme;
  std::optional<PatientId> m_patient;
  models::AlarmSortModel m_alarms;
  models::PatientFilter m_orders;
  AlarmDelegate m_delegate;
  QLabel* m_bed = nullptr;
  QLabel* m_person = nullptr;
  QGridLayout* m_grid = nullptr;
  QLabel* m_alarmTitle = nullptr;
  QLabel* m_orderTitle = nullptr;
  QListView* m_alarmView = nullptr;
  TrendChart* m_trend = nullptr;
  std::vector<NumericCell*> m_cells;
  FrameTime m_presentedAt{};
};

}  // namespace vitalwall::ui
