// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <ostream>
#include <vector>

#include "apps/vitalwall-probe/load_station.h"
#include "apps/vitalwall-probe/probe_options.h"
#include "apps/vitalwall-probe/verdict.h"

namespace vitalwall::probe {

/// Many stations for a while, on the calling thread. Prints one JSON line a second and a summary.
class LoadRun {
 public:
  /// `options.load` must be set; `patients` are dealt out to the stations. `out` must outlive this.
  LoadRun(const ProbeOptions& options, const std::vector<PatientId>& patients, std::ostream& out);
  ~LoadRun();

  /// Kept: at the end every station is live and none has lost a message or, on one connection, a
  /// sample. NoConnection: none was ever live.
  Verdict run();

 private:
  std::vector<PatientId> dealt(std::size_t number) const;
  void drain();
  void tellSecond();
  Verdict tellSummary();
  std::size_t liveStations() const;
  LoadFigures sum() const;

  const ProbeOptions& m_options;
  const std::vector<PatientId> m_patients;
  std::ostream& m_out;
  const std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();
  std::vector<std::unique_ptr<LoadStation>> m_stations;
  std::uint64_t m_vitalsBefore = 0;  ///< this second
};

}  // namespace vitalwall::probe
