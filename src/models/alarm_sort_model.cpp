// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alarm_sort_model.h"

namespace vitalwall::models {

AlarmSortModel::AlarmSortModel(const AlarmModel& alarms, QObject* parent)
    : QSortFilterProxyModel(parent), m_alarms(alarms) {
  // Qt's proxies take a mutable source, although this one only reads.
  setSourceModel(const_cast<AlarmModel*>(&alarms));
  setDynamicSortFilter(true);
  sort(0);
  connectGroups();
}

void AlarmSortModel::connectGroups() {
  // Who stands for a group changes with any of its members; the proxy itself asks only about the
  // one that changed.
  const auto regroup = [this] {
    if (m_grouped && m_alarms.hasGroups()) invalidateFilter();
  };
  connect(&m_alarms, &QAbstractItemModel::rowsInserted, this, regroup);
  connect(&m_alarms, &QAbstractItemModel::rowsRemoved, this, regroup);
  connect(&m_alarms, &QAbstractItemModel::dataChanged, this, regroup);
}

void AlarmSortModel::setPatient(std::optional<PatientId> patient) {
  m_patient = patient;
  invalidateFilter();
}

void AlarmSortModel::setGrouped(bool grouped) {
  m_grouped = grouped;
  invalidateFilter();
}

const AlarmRow& AlarmSortModel::row(int row) const {
  return m_alarms.row(mapToSource(index(row, 0)).row());
}

std::vector<const AlarmRow*> AlarmSortModel::members(int row) const {
  const auto& own = this->row(row);
  if (!m_grouped) return {&own};
  return m_alarms.groupOf(own.alert);
}

int AlarmSortModel::rowFor(AlertId alert) const {
  const int source = m_alarms.rowOf(alert);
  if (source < 0) return -1;
  const int own = mapFromSource(m_alarms.index(source)).row();
  if (own >= 0 || !m_grouped) return own;
  const auto& leader = *m_alarms.groupOf(m_alarms.row(source).alert).front();
  return mapFromSource(m_alarms.index(m_alarms.rowOf(leader.alert.id))).row();
}

bool AlarmSortModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  return isMoreUrgent(m_alarms.row(left.row()).alert, m_alarms.row(right.row()).alert);
}

bool AlarmSortModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const {
  const auto& alert = m_alarms.row(sourceRow).alert;
  if (m_patient && alert.patient != *m_patient) return false;
  return !m_grouped || alert.group.empty() || m_alarms.groupOf(alert).front()->alert.id == alert.id;
}

}  // namespace vitalwall::models
