// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/orders/patient_directory.h"

namespace vitalwall::sources {

PatientDirectory::PatientDirectory(const std::vector<Patient>& patients) {
  for (const Patient& patient : patients) {
    m_ids.insert(patient.id);
    m_beds.emplace(patient.bed, patient.id);
  }
}

std::optional<PatientId> PatientDirectory::find(std::string_view idOrBed) const {
  if (const auto id = PatientId::parse(idOrBed); id && m_ids.contains(*id)) return id;
  const auto found = m_beds.find(idOrBed);
  if (found == m_beds.end()) return std::nullopt;
  return found->second;
}

}  // namespace vitalwall::sources
