// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarms/source_watch.h"

#include <algorithm>

namespace vitalwall::alarms {

SourceWatch::SourceWatch(const std::vector<MonitoredBed>& beds, std::chrono::seconds noDataAfter)
    : m_noDataAfter(noDataAfter) {
  for (const auto& bed : beds) {
    m_beds[bed.patient.id].source = bed.source;
    m_sources[bed.source].beds.push_back(bed.patient.id);
  }
}

void SourceWatch::heard(PatientId patient, SteadyTime now) {
  Line& line = m_beds.at(patient);
  line.heardAt = now;
  line.silence = Silence::Heard;
  Source& source = m_sources.at(line.source);
  if (!source.lost) return;
  source.lost = false;
  source.backAt = now;
}

void SourceWatch::assumeSilent(PatientId patient, SteadyTime now) {
  m_beds.at(patient).heardAt = now - 2 * m_noDataAfter;
}

void SourceWatch::update(SteadyTime now) {
  for (auto& [patient, line] : m_beds)
    if (!line.heardAt) line.heardAt = now;
  for (auto& [name, source] : m_sources) source.lost = isLost(source, now);
  for (auto& [patient, line] : m_beds) line.silence = silenceNow(line, now);
}

bool SourceWatch::isLost(const Source& source, SteadyTime now) const {
  if (source.beds.size() < 2) return false;
  SteadyTime::duration longest{};
  auto shortest = SteadyTime::duration::max();
  for (const auto patient : source.beds) {
    const auto silent = now - *m_beds.at(patient).heardAt;
    longest = std::max(longest, silent);
    shortest = std::min(shortest, silent);
  }
  return longest > m_noDataAfter && shortest * 2 > m_noDataAfter;
}

Silence SourceWatch::silenceNow(const Line& line, SteadyTime now) const {
  const Source& source = m_sources.at(line.source);
  if (source.lost) return Silence::SourceLost;
  if (now - *line.heardAt <= m_noDataAfter) return Silence::Heard;
  const bool mayFollow =
      line.silence == Silence::SourceLost && source.backAt && now - *source.backAt <= m_noDataAfter;
  return mayFollow ? Silence::SourceLost : Silence::NoData;
}

}  // namespace vitalwall::alarms
