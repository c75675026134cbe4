// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <optional>

#include "models/alarm_model.h"

namespace vitalwall::models {

/// The alarms in their standing order (domain isMoreUrgent), of the ward or of one patient, those
/// of many beds with one reason as one if that is wanted.
class AlarmSortModel : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  /// `alarms` must outlive this model.
  explicit AlarmSortModel(const AlarmModel& alarms, QObject* parent = nullptr);

  /// Shows one patient's alarms only; nullopt shows the ward's.
  void setPatient(std::optional<PatientId> patient);

  /// One row for all alarms of a group (AlarmModel::groupOf): that of its most urgent alarm.
  void setGrouped(bool grouped);

  /// The alarm in a row of this model.
  const AlarmRow& row(int row) const;
  /// The alarms that a row stands for, its own first; more than one only when grouped.
  std::vector<const AlarmRow*> members(int row) const;
  /// The row that stands for an alarm, or -1.
  int rowFor(AlertId alert) const;

 protected:
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
  bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

 private:
  void connectGroups();

  const AlarmModel& m_alarms;
  std::optional<PatientId> m_patient;
  bool m_grouped = false;
};

}  // namespace vitalwall::models
