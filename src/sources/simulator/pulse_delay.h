// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "sources/simulator/tick.h"

namespace vitalwall::sources {

/// The way of the pulse from the heart to a vessel: the heart's phase as it was one pulse transit
/// time ago. So a pulse follows every beat, and the last pulse of a heart that stops runs off.
class PulseDelay {
 public:
  /// `transit` in ticks, at most kLongest.
  explicit PulseDelay(Tick transit)
      : m_length(std::clamp<std::size_t>(static_cast<std::size_t>(transit), 1, kLongest)) {}

  /// Takes the heart's phase of this tick (0 to 1 since the R wave).
  void push(double heartPhase) {
    const double arriving = m_phases[m_position];
    m_arrivedNow = arriving < m_arrived;
    if (arriving != m_arrived) m_step = arriving - m_arrived;
    if (m_arrivedNow)
      m_phase = arriving;
    else
      m_phase = arriving != m_arrived ? std::max(arriving, m_phase) : runOff();
    m_arrived = arriving;
    m_phases[m_position] = heartPhase;
    m_position = (m_position + 1) % m_length;
  }

  /// Phase of the pulse at the vessel, 0 to 1, foot at 0.
  double phase() const { return m_phase; }
  /// The foot of a pulse came in the newest tick.
  bool arrivedNow() const { return m_arrivedNow; }

 private:
  double runOff() const { return std::min(m_phase + std::max(m_step, 0.0), 1.0); }

  static constexpr std::size_t kLongest = 96;  // 384 ms
  std::array<double, kLongest> m_phases{};
  std::size_t m_length;
  std::size_t m_position = 0;
  double m_arrived = 0;  // phase of the heart, one transit time ago
  double m_step = 0;     // its newest step
  double m_phase = 0;
  bool m_arrivedNow = false;
};

}  // namespace vitalwall::sources
