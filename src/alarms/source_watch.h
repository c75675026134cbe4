// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "alarms/monitored_bed.h"
#include "domain/clock.h"

namespace vitalwall::alarms {

/// Whether anything comes from a bed.
enum class Silence : std::uint8_t {
  Heard,
  NoData,     ///< the bed alone is silent
  SourceLost  ///< it is silent with all beds of its source
};

/// Watches which beds and which sources have fallen silent.
///
/// A source of two or more beds is lost when one of them is silent for too long and all the others
/// for more than half of that: their vitals never stop at the same moment, and one lost source must
/// not begin as many alarms. When it speaks again, its other beds have the same time to follow.
class SourceWatch {
 public:
  SourceWatch(const std::vector<MonitoredBed>& beds, std::chrono::seconds noDataAfter);

  void heard(PatientId patient, SteadyTime now);

  /// The bed was silent in an earlier run, and has not been heard in this one.
  void assumeSilent(PatientId patient, SteadyTime now);

  /// Goes on to `now`. Beds that were never heard count from the first call.
  void update(SteadyTime now);

  /// `patient` must be one of the beds.
  Silence silenceOf(PatientId patient) const { return m_beds.at(patient).silence; }

 private:
  struct Line {
    std::string source;
    std::optional<SteadyTime> heardAt;
    Silence silence = Silence::Heard;
  };
  struct Source {
    std::vector<PatientId> beds;
    bool lost = false;
    std::optional<SteadyTime> backAt;
  };

  bool isLost(const Source& source, SteadyTime now) const;
  Silence silenceNow(const Line& line, SteadyTime now) const;

  std::chrono::seconds m_noDataAfter;
  std::map<PatientId, Line> m_beds;
  std::map<std::string, Source> m_sources;
};

}  // namespace vitalwall::alarms
