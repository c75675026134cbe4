// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarm_sort_model.h"

namespace vitalwall::models {

AlarmSortModel::AlarmSortModel(const AlarmModel& alarms, QObject* parent)
    : QSortFilterProxyModel(parent), m_alarms(alarms) {
  // Qt's proxies take a mutable source, although this one only reads.
  setSourceModel(const_cast<AlarmModel*>(&alarms));
  setDynamicSortFilter(true);
  sort(0);
}

void AlarmSortModel::setPatient(std::optional<PatientId> patient) {
  m_patient = patient;
  invalidateFilter();
}

const AlarmRow& AlarmSortModel::row(int row) const {
  return m_alarms.row(mapToSource(index(row, 0)).row());
}

bool AlarmSortModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  return isMoreUrgent(m_alarms.row(left.row()).alert, m_alarms.row(right.row()).alert);
}

bool AlarmSortModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const {
  return !m_patient || m_alarms.row(sourceRow).alert.patient == *m_patient;
}

}  // namespace vitalwall::models
