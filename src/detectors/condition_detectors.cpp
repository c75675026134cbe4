// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectors/condition_detectors.h"

#include <algorithm>

#include "detectors/wave_needs.h"

namespace vitalwall::detectors {
namespace {

constexpr double kSmallestBreath = 3;  // mmHg of CO2
constexpr double kFlatShare = 0.002;   // of the display range
constexpr double kApnoeaSettles = 0;   // s; two breaths were needed to see that it has gone

}  // namespace

ConditionDetectors::ConditionDetectors(const Patient& patient)
    : m_patient(patient.id), m_apnoea({mdc::kEventApnoea, mdc::kRespiratoryRate}, kApnoeaSettles) {
  for (const auto& channel : patient.waves) {
    auto* monitor = makeMonitor(channel);
    m_feeds.push_back(monitor ? std::optional(WaveFeed(channel, *monitor)) : std::nullopt);
  }
}

WaveMonitor* ConditionDetectors::makeMonitor(const WaveChannel& channel) {
  const double rate = channel.samplesPerSecond;
  const double range = channel.displayHigh - channel.displayLow;
  if (isEcg(channel.code) && rate >= kSlowestEcg) return &m_rhythm.addLead(rate);
  if (channel.code == mdc::kArterialPressure && rate >= kSlowestPulse)
    return &m_rhythm.addPulse(rate, kArterialPulse);
  if (channel.code == mdc::kPleth && rate >= kSlowestPulse)
    return &m_rhythm.addPulse(rate, kSmallestShare * range);
  if (rate < kSlowestRespiration) return nullptr;
  if (channel.code == mdc::kRespiration)
    return &m_breaths.emplace_back(rate, BreathWatch::Rules{.smallestSwing = kSmallestShare * range,
                                                            .flatRange = kFlatShare * range});
  if (channel.code == mdc::kCo2)
    return &m_breaths.emplace_back(
        rate, BreathWatch::Rules{.smallestSwing = kSmallestBreath, .flatRange = 0});
  return nullptr;
}

void ConditionDetectors::push(const WaveBlock& block) {
  if (block.channel < m_feeds.size() && m_feeds[block.channel]) m_feeds[block.channel]->push(block);
}

void ConditionDetectors::lookForApnoea() {
  auto seen = Sighting::Unseen;
  double seconds = 0;
  for (const auto& breath : m_breaths) {
    seen = lifeOutweighs(seen, breath.apnoea());
    seconds = std::max(seconds, breath.seconds());
  }
  m_apnoea.look(seen, seconds, m_changes);
}

std::vector<DeviceCondition> ConditionDetectors::take(WallTime now) {
  m_changes.clear();
  m_rhythm.appendChanges(m_changes);
  lookForApnoea();
  std::vector<DeviceCondition> conditions;
  for (const auto& change : m_changes)
    conditions.push_back(
        {.patient = m_patient, .key = change.key, .present = change.present, .at = now});
  return conditions;
}

}  // namespace vitalwall::detectors
