// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "detectors/sighting.h"
#include "domain/alert.h"

namespace vitalwall::detectors {

/// A condition that has begun or gone.
struct ConditionChange {
  ConditionKey key;
  bool present = false;

  bool operator==(const ConditionChange&) const = default;
};

/// One condition of one patient over time. It begins with the first sighting, without delay: the
/// detectors have waited as long as the condition's definition asks. It has gone only when it was
/// seen to be absent for `settle` seconds without interruption. While nothing can be seen it stays
/// as it was; if that lasts for 60 s it is withdrawn, since nobody knows any more, and the alarm
/// for the lead or the noise has long taken its place.
class ConditionEpisode {
 public:
  ConditionEpisode(const ConditionKey& key, double settle) : m_key(key), m_settle(settle) {}

  /// What is seen at `seconds` of the signal. Appends the change that follows, if there is one.
  void look(Sighting sighting, double seconds, std::vector<ConditionChange>& changes);

  bool isPresent() const { return m_isPresent; }

 private:
  bool isNowPresent(Sighting sighting, double seconds);

  ConditionKey m_key;
  double m_settle;
  bool m_isPresent = false;
  double m_lastSeen = 0;                // s; present or absent
  std::optional<double> m_absentSince;  // s
};

}  // namespace vitalwall::detectors
