// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/peak_finder.h"

#include <utility>

namespace vitalwall::detectors {

std::optional<PeakFinder::Peak> PeakFinder::push(double sample) {
  const bool topped = m_rising && sample < m_previous;
  if (m_candidate) ++m_candidate->age;
  if (topped && (!m_candidate || m_previous > m_candidate->height))
    m_candidate = Peak{.age = 1, .height = m_previous};
  m_rising = sample > m_previous || (m_rising && !topped);
  m_previous = sample;
  if (!m_candidate || m_candidate->age < m_hold) return std::nullopt;
  return std::exchange(m_candidate, std::nullopt);
}

void PeakFinder::reset() {
  m_candidate.reset();
  m_previous = 0;
  m_rising = false;
}

}  // namespace vitalwall::detectors
