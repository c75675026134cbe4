// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <optional>

#include "models/alarm_model.h"

namespace vitalwall::models {

/// The alarms in their standing order (domain isMoreUrgent), of the ward or of one patient.
class AlarmSortModel : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  /// `alarms` must outlive this model.
  explicit AlarmSortModel(const AlarmModel& alarms, QObject* parent = nullptr);

  /// Shows one patient's alarms only; nullopt shows the ward's.
  void setPatient(std::optional<PatientId> patient);

  /// The alarm in a row of this model.
  const AlarmRow& row(int row) const;

 protected:
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
  bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

 private:
  const AlarmModel& m_alarms;
  std::optional<PatientId> m_patient;
};

}  // namespace vitalwall::models
