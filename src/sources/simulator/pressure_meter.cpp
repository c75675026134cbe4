// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/simulator/pressure_meter.h"

#include <algorithm>

namespace vitalwall::sources {

void PressureMeter::onSample(double pressure) {
  m_newest = pressure;
  m_beat.highest = std::max(m_beat.highest, pressure);
  m_beat.lowest = std::min(m_beat.lowest, pressure);
  m_beat.sum += pressure;
  ++m_beat.samples;
}

void PressureMeter::onPulse(Tick at) {
  const bool wholeBeat = !isSilentAt(at) && m_beat.samples > 0;
  if (wholeBeat) {
    m_beats[m_next] = {m_beat.highest, m_beat.lowest, m_beat.sum / m_beat.samples};
    m_next = (m_next + 1) % m_beats.size();
    m_count = std::min(m_count + 1, m_beats.size());
  } else {
    m_count = 0;
    m_next = 0;
  }
  m_beat = Beat{};
  m_lastPulse = at;
}

std::optional<PressureReading> PressureMeter::reading(Tick now) const {
  if (isSilentAt(now)) return PressureReading{m_newest, m_newest, m_newest};
  if (m_count == 0) return std::nullopt;
  PressureReading mean;
  for (std::size_t i = 0; i < m_count; ++i) {
    mean.systolic += m_beats[i].systolic / static_cast<double>(m_count);
    mean.diastolic += m_beats[i].diastolic / static_cast<double>(m_count);
    mean.mean += m_beats[i].mean / static_cast<double>(m_count);
  }
  return mean;
}

}  // namespace vitalwall::sources
