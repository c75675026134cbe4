// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bed_model.h"

namespace vitalwall::models {

BedModel::BedModel(QObject* parent) : QAbstractListModel(parent) {}

int BedModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_beds.size());
}

QVariant BedModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& state = bed(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return state.label();
    case NameRole:
      return QString::fromStdString(state.patient.name);
    case PatientIdRole:
      return QVariant::fromValue(state.id());
    case HasVitalsRole:
      return state.vitals.has_value();
    default:
      return {};
  }
}

QHash<int, QByteArray> BedModel::roleNames() const {
  auto names = QAbstractListModel::roleNames();
  names.insert(PatientIdRole, "patientId");
  names.insert(NameRole, "name");
  names.insert(HasVitalsRole, "hasVitals");
  return names;
}

bool BedModel::watch(PatientId patient, SteadyTime now) {
  if (rowOf(patient) >= 0) return false;
  const int row = rowCount();
  beginInsertRows({}, row, row);
  BedState state;
  state.patient.id = patient;
  state.watchedSince = now;
  m_beds.push_back(std::move(state));
  m_rows.emplace(patient, row);
  endInsertRows();
  return true;
}

bool BedModel::unwatch(PatientId patient) {
  const int row = rowOf(patient);
  if (row < 0) return false;
  beginRemoveRows({}, row, row);
  m_beds.erase(m_beds.begin() + row);
  reindex();
  endRemoveRows();
  return true;
}

void BedModel::describe(const Patient& patient) {
  const int row = rowOf(patient.id);
  if (row < 0) return;
  auto& state = m_beds[static_cast<std::size_t>(row)];
  if (state.listed && state.patient == patient) return;
  state.patient = patient;
  state.listed = true;
  emitChanged(row);
}

void BedModel::applyVitals(const Vitals& vitals, SteadyTime receivedAt,
                           std::optional<SteadyTime> asOf) {
  const int row = rowOf(vitals.patient);
  if (row < 0) return;
  auto& state = m_beds[static_cast<std::size_t>(row)];
  const bool clockSetBack = state.vitals && vitals.sourceTime < state.vitals->sourceTime;
  if (clockSetBack) m_lag.reset();
  const auto lagging = receivedAt - m_lag.observe(vitals.sourceTime, receivedAt);
  state.vitalsAsOf = asOf.value_or(lagging);
  state.vitals = vitals;
  emitChanged(row);
}

int BedModel::rowOf(PatientId patient) const {
  const auto found = m_rows.find(patient);
  return found == m_rows.end() ? -1 : found->second;
}

const BedState* BedModel::find(PatientId patient) const {
  const int row = rowOf(patient);
  return row < 0 ? nullptr : &bed(row);
}

QString BedModel::labelOf(PatientId patient) const {
  if (const auto* state = find(patient)) return state->label();
  if (patient == PatientId{}) return tr("Station");
  BedState unknown;
  unknown.patient.id = patient;
  return unknown.label();
}

void BedModel::reindex() {
  m_rows.clear();
  for (int row = 0; row < rowCount(); ++row) m_rows.emplace(bed(row).id(), row);
}

void BedModel::emitChanged(int row) {
  const auto changed = index(row);
  Q_EMIT dataChanged(changed, changed);
}

}  // namespace vitalwall::models
