// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <optional>

#include "domain/ids.h"

namespace vitalwall::models {

/// The rows of a list model that belong to one patient, in the source's order.
class PatientFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  /// `patientRole` is the source's role that holds a PatientId.
  explicit PatientFilter(int patientRole, QObject* parent = nullptr)
      : QSortFilterProxyModel(parent), m_patientRole(patientRole) {}

  /// Without a patient no row is shown.
  void setPatient(std::optional<PatientId> patient) {
    m_patient = patient;
    invalidateFilter();
  }

 protected:
  bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override {
    const auto owner = sourceModel()->index(sourceRow, 0, sourceParent).data(m_patientRole);
    return m_patient && owner.value<PatientId>() == *m_patient;
  }

 private:
  const int m_patientRole;
  std::optional<PatientId> m_patient;
};

}  // namespace vitalwall::models
