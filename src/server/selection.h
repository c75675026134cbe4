// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "domain/ids.h"

namespace vitalwall::server {

/// Whose vitals and whose waves a station is told at each tick. Immutable; any thread.
class Selection {
 public:
  /// Both sorted and without repetition.
  Selection(std::vector<PatientId> vitals, std::vector<PatientId> waves)
      : m_vitals(std::move(vitals)), m_waves(std::move(waves)), m_hash(hashOf(m_vitals, m_waves)) {}

  const std::vector<PatientId>& vitals() const { return m_vitals; }
  const std::vector<PatientId>& waves() const { return m_waves; }
  std::size_t hash() const { return m_hash; }

  bool operator==(const Selection&) const = default;

 private:
  static std::size_t hashOf(const std::vector<PatientId>& vitals,
                            const std::vector<PatientId>& waves) {
    std::size_t hash = vitals.size();
    for (const auto* patients : {&vitals, &waves})
      for (const auto& patient : *patients) hash = hash * 31 + std::hash<PatientId>{}(patient);
    return hash;
  }

  std::vector<PatientId> m_vitals;
  std::vector<PatientId> m_waves;
  std::size_t m_hash;
};

using SharedSelection = std::shared_ptr<const Selection>;

}  // namespace vitalwall::server
