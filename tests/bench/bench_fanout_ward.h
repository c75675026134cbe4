// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/source.h"

namespace vitalwall::bench {

/// Beds that a station watches.
inline constexpr std::size_t kFanoutPatients = 64;

/// Patients whose eight numerics change at every call, all inside the default limits: as much
/// to tell as can be, and no alarm.
class FanoutWard final : public Source {
 public:
  explicit FanoutWard(std::size_t patients);

  std::string_view name() const override { return "fan-out"; }
  const std::vector<Patient>& patients() const override { return m_patients; }
  void advance(SteadyTime now, WallTime wallNow, SourceSink& sink) override;

  /// The vitals of patient number `index` at `round`.
  Vitals vitalsOf(std::size_t index, unsigned round, WallTime at) const;

 private:
  std::vector<Patient> m_patients;
  unsigned m_round = 0;
};

}  // namespace vitalwall::bench
