// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/vitalwall-probe/wave_continuity.h"

namespace vitalwall::probe {
namespace {

std::string nameOf(const WaveBlock& block) {
  return "Wave " + std::to_string(block.channel) + " of patient " + block.patient.toString();
}

}  // namespace

void WaveContinuity::onBlock(const WaveBlock& block) {
  if (block.samples.empty()) return m_log.add(nameOf(block) + " came without samples.");
  const auto end = block.firstSample + block.samples.size();
  const auto [entry, isFirst] = m_next.try_emplace({block.patient, block.channel}, end);
  if (isFirst) return;
  if (block.firstSample != entry->second)
    m_log.add(nameOf(block) + " goes on at sample " + std::to_string(block.firstSample) +
              " instead of " + std::to_string(entry->second) + ".");
  if (block.firstSample > entry->second) ++m_gaps;
  entry->second = end;
}

}  // namespace vitalwall::probe
