// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace vitalwall::detectors {

/// What a detector can say of a condition at this moment. Unseen is not Absent: a lead that is off
/// or too noisy to read proves nothing.
enum class Sighting : std::uint8_t { Unseen, Absent, Present };

/// What several witnesses of one event say together, where any sign of life (Absent) outweighs the
/// silence of others: Absent before Present before Unseen.
inline Sighting lifeOutweighs(Sighting a, Sighting b) {
  if (a == Sighting::Absent || b == Sighting::Absent) return Sighting::Absent;
  return std::max(a, b);
}

/// What several witnesses say together, where one that sees the condition is enough.
inline Sighting dangerOutweighs(Sighting a, Sighting b) {
  return std::max(a, b);
}

}  // namespace vitalwall::detectors
