// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/pause_book.h"

#include <algorithm>

namespace vitalwall::sound {

void PauseBook::Entry::include(AlertPriority priority) {
  loudest = loudest ? std::min(*loudest, priority) : priority;
}

PauseBook::Entry PauseBook::begin(const TimedPause& pause, const Moment& now) {
  const auto length = std::min(pause.until - pause.at, pause.until - now.wall);
  return {.pause = pause, .until = now.steady + length, .loudest = {}};
}

void PauseBook::setStation(const std::optional<TimedPause>& pause,
                           const std::vector<AudibleAlarm>& alarms, const Moment& now) {
  if (!pause) {
    m_station.reset();
  } else if (!m_station || m_station->pause != *pause) {
    m_station = begin(*pause, now);
    for (const auto& alarm : alarms)
      if (!alarm.acknowledged) m_station->include(alarm.priority);
  }
  advance(now.steady);
}

void PauseBook::setPatients(const PatientPauses& pauses, const std::vector<AudibleAlarm>& alarms,
                            const Moment& now) {
  std::map<PatientId, Entry> entries;
  for (const auto& [patient, pause] : pauses) {
    const auto known = m_patients.find(patient);
    if (known != m_patients.end() && known->second.pause == pause) {
      entries.insert(*known);
      continue;
    }
    auto& entry = entries.emplace(patient, begin(pause, now)).first->second;
    for (const auto& alarm : alarms)
      if (alarm.patient == patient && !alarm.acknowledged) entry.include(alarm.priority);
  }
  m_patients = std::move(entries);
  advance(now.steady);
}

void PauseBook::noteArrival(const AudibleAlarm& alarm) {
  const auto found = m_patients.find(alarm.patient);
  if (found == m_patients.end() || alarm.acknowledged) return;
  if (alarm.raisedAt <= found->second.pause.at) found->second.include(alarm.priority);
}

void PauseBook::advance(SteadyTime now) {
  if (m_station && m_station->until <= now) m_station.reset();
  std::erase_if(m_patients, [now](const auto& item) { return item.second.until <= now; });
  noteSilence(now);
}

void PauseBook::noteSilence(SteadyTime now) {
  if (!m_station && m_patients.empty())
    m_silentSince.reset();
  else if (!m_silentSince)
    m_silentSince = now;
}

bool PauseBook::silences(const AudibleAlarm& alarm) const {
  if (m_station && m_station->silences(alarm.priority)) return true;
  const auto found = m_patients.find(alarm.patient);
  return found != m_patients.end() && found->second.silences(alarm.priority);
}

std::optional<SteadyTime> PauseBook::nextEnd() const {
  std::optional<SteadyTime> next;
  if (m_station) next = m_station->until;
  for (const auto& [patient, entry] : m_patients)
    next = next ? std::min(*next, entry.until) : entry.until;
  return next;
}

std::optional<WallTime> PauseBook::stationUntil() const {
  if (!m_station) return std::nullopt;
  return m_station->pause.until;
}

}  // namespace vitalwall::sound
