// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wave_store.h"

namespace vitalwall::models {

bool WaveStore::setChannels(const Patient& patient) {
  auto& waves = m_waves[patient.id];
  if (waves.channels == patient.waves) return false;
  waves = {.channels = patient.waves, .rings = {}, .receivedAt = {}, .missing = 0};
  waves.rings.reserve(patient.waves.size());
  for (const auto& channel : patient.waves)
    waves.rings.emplace_back(channel.samplesPerSecond, m_seconds);
  return true;
}

void WaveStore::forget(PatientId patient) {
  m_waves.erase(patient);
}

void WaveStore::append(const WaveBlock& block, SteadyTime receivedAt) {
  const auto found = m_waves.find(block.patient);
  if (found == m_waves.end() || block.channel >= found->second.rings.size()) return;
  auto& ring = found->second.rings[block.channel];
  if (!ring.isEmpty() && block.firstSample > ring.end())
    found->second.missing += block.firstSample - ring.end();
  ring.append(block);
  found->second.receivedAt = receivedAt;
}

const WaveRing* WaveStore::ring(PatientId patient, std::size_t channel) const {
  const auto found = m_waves.find(patient);
  if (found == m_waves.end() || channel >= found->second.rings.size()) return nullptr;
  return &found->second.rings[channel];
}

std::optional<SteadyTime> WaveStore::receivedAt(PatientId patient) const {
  const auto found = m_waves.find(patient);
  return found == m_waves.end() ? std::nullopt : found->second.receivedAt;
}

std::uint64_t WaveStore::missingSamples(PatientId patient) const {
  const auto found = m_waves.find(patient);
  return found == m_waves.end() ? 0 : found->second.missing;
}

}  // namespace vitalwall::models
