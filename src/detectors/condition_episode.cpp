// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/condition_episode.h"

#include <utility>

namespace vitalwall::detectors {
namespace {

constexpr double kHold = 60;  // s that a condition outlives the last sight of it

}  // namespace

void ConditionEpisode::look(Sighting sighting, double seconds,
                            std::vector<ConditionChange>& changes) {
  const bool present = isNowPresent(sighting, seconds);
  if (std::exchange(m_isPresent, present) != present) changes.push_back({m_key, present});
}

bool ConditionEpisode::isNowPresent(Sighting sighting, double seconds) {
  if (sighting != Sighting::Unseen) m_lastSeen = seconds;
  if (sighting != Sighting::Absent) m_absentSince.reset();
  switch (sighting) {
    case Sighting::Present:
      return true;
    case Sighting::Absent:
      if (!m_absentSince) m_absentSince = seconds;
      return m_isPresent && seconds - *m_absentSince < m_settle;
    case Sighting::Unseen:
      break;
  }
  return m_isPresent && seconds - m_lastSeen < kHold;
}

}  // namespace vitalwall::detectors
