// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "models/alarm_sort_model.h"
#include "models/patient_filter.h"
#include "models/ward.h"
#include "ui/alarm_delegate.h"

class QLabel;
class QListView;

namespace vitalwall::ui {

class TrendChart;

/// The first page of a bed's detail: the patient's alarms, the live trend and the orders.
/// GUI thread.
class BedOverview : public QWidget {
  Q_OBJECT

 public:
  /// `ward` must outlive the page.
  BedOverview(const models::Ward& ward, const Theme& theme, QWidget* parent = nullptr);

  void setPatient(std::optional<PatientId> patient);
  /// Flashing and the trend at the moment that a frame shows.
  void onFrame(FrameTime now);
  /// Titles and ages. A few times a second.
  void refresh();

 Q_SIGNALS:
  void acknowledgeRequested(vitalwall::AlertId alert);

 private:
  QListView* buildAlarms();
  QListView* buildOrders();

  models::AlarmSortModel m_alarms;
  models::PatientFilter m_orders;
  AlarmDelegate m_delegate;
  QLabel* m_alarmTitle = nullptr;
  QLabel* m_orderTitle = nullptr;
  QListView* m_alarmView = nullptr;
  QListView* m_orderView = nullptr;
  TrendChart* m_trend = nullptr;
};

}  // namespace vitalwall::ui
