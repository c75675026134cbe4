// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/patient.h"

namespace vitalwall::sources {

/// Finds the patient that a file means: by id in any of the contract's GUID forms, or by the name
/// of the bed. Immutable.
class PatientDirectory {
 public:
  explicit PatientDirectory(const std::vector<Patient>& patients);

  /// Nothing if no patient of the ward has this id or bed.
  std::optional<PatientId> find(std::string_view idOrBed) const;

 private:
  std::set<PatientId> m_ids;
  std::map<std::string, PatientId, std::less<>> m_beds;
};

}  // namespace vitalwall::sources
