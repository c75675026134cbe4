// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "sources/simulator/tick.h"

namespace vitalwall::sources {

/// The way of the pulse from the heart to a vessel: the heart's phase as it was one pulse transit
/// time ago. So a pulse follows every beat, and none follows a heart that stands still.
class PulseDelay {
 public:
  /// `transit` in ticks, less than kLongest.
  explicit PulseDelay(Tick transit)
      : m_length(std::clamp<std::size_t>(static_cast<std::size_t>(transit), 1, kLongest)) {}

  /// Takes the heart's phase of this tick (0 to 1 since the R wave).
  void push(double heartPhase) {
    const double arriving = m_phases[m_position];
    m_arrivedNow = arriving < 0.25 && m_phase > 0.5;
    m_phase = arriving;
    m_phases[m_position] = static_cast<float>(heartPhase);
    m_position = (m_position + 1) % m_length;
  }

  /// Phase of the pulse at the vessel, 0 to 1, foot at 0.
  double phase() const { return m_phase; }
  /// The foot of a pulse came in the newest tick.
  bool arrivedNow() const { return m_arrivedNow; }

 private:
  static constexpr std::size_t kLongest = 96;  // 384 ms
  std::array<float, kLongest> m_phases{};
  std::size_t m_length;
  std::size_t m_position = 0;
  double m_phase = 0;
  bool m_arrivedNow = false;
};

}  // namespace vitalwall::sources
