// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory.h"

#include <set>
#include <string>

#include <absl/strings/str_format.h>

#include "domain/concat.h"

namespace vitalwall::server {
namespace {

/// Gives out names nobody has.
class BedNames {
 public:
  /// True when `name` was free and is now taken.
  bool take(const std::string& name) { return !name.empty() && m_taken.insert(name).second; }

  std::string takeNext() {
    std::string name;
    do {
      name = absl::StrFormat("Bed %02d", ++m_last);
    } while (!take(name));
    return name;
  }

 private:
  std::set<std::string> m_taken;
  int m_last = 0;
};

absl::Status doublePatient(const Patient& patient) {
  return absl::InvalidArgumentError(concat(
      "two sources give the same patient ", patient.id.toString(),
      patient.name.empty() ? "" : " (" + patient.name + ")", "; name each source only once"));
}

/// Names that the sources chose come first, so that an assigned one never takes theirs.
void nameBeds(std::vector<Patient>& patients) {
  BedNames names;
  std::vector<Patient*> unnamed;
  for (auto& patient : patients)
    if (!names.take(patient.bed)) unnamed.push_back(&patient);
  for (auto* patient : unnamed) patient->bed = names.takeNext();
}

}  // namespace

absl::StatusOr<std::vector<Patient>> makeDirectory(
    std::span<const std::unique_ptr<Source>> sources) {
  std::vector<Patient> patients;
  std::set<PatientId> ids;
  for (const auto& source : sources) {
    for (const auto& patient : source->patients()) {
      if (!ids.insert(patient.id).second) return doublePatient(patient);
      patients.push_back(patient);
    }
  }
  nameBeds(patients);
  return patients;
}

}  // namespace vitalwall::server
